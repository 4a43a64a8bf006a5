package dev.lifeboat.builtins.backup;

import java.io.IOException;
import java.io.InputStream;

/** The full backups of one store, as far as a restore reads them. */
public interface BackupSource {

    /** @throws dev.lifeboat.interpreter.builtin.Failure where there is none of that id */
    Manifest manifest(String id);

    /**
     * Reads all of it.
     *
     * @throws dev.lifeboat.interpreter.builtin.Failure where anything is wrong with it
     */
    void verify(Manifest manifest);

    /** The dump in plain. It may be believed once it has been read to its end, which throws where it was damaged. */
    InputStream sql(Manifest manifest) throws IOException;
}
