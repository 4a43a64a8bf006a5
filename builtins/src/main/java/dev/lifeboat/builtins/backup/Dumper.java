package dev.lifeboat.builtins.backup;

import java.io.OutputStream;

/** Writes all data of one server as SQL, as of one moment. */
public interface Dumper {

    /** What does it, with its version. */
    String tool();

    /**
     * The header of the dump names the GTID set and the position, its last line says that it is complete. {@code onto} is not closed.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where it could not be done to its end
     */
    void dump(OutputStream onto);
}
