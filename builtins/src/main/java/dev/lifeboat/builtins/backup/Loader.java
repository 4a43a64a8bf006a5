package dev.lifeboat.builtins.backup;

import java.io.InputStream;

/** Executes SQL, such as a dump, on one server, and stops at the first error. */
public interface Loader {

    /** @throws dev.lifeboat.interpreter.builtin.Failure where what does it can't do it for this server, such as a program that is older */
    default void refuseUnfit() {}

    /** @throws dev.lifeboat.interpreter.builtin.Failure where it could not be done to its end; what stands before that was done */
    void load(InputStream sql);
}
