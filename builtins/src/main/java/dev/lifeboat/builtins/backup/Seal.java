package dev.lifeboat.builtins.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Compresses what is stored, and encrypts it so that it opens as what it was sealed as, whole, or not at all.
 */
public interface Seal {

    /** Which key seals now, for manifests. */
    String key();

    /**
     * What is written to the answer is sealed and written to {@code object}, which stays open; closing the answer finishes.
     *
     * @param label what the object is: nothing that was sealed as something else opens as this
     */
    OutputStream seal(OutputStream object, String label) throws IOException;

    /**
     * What was sealed. Nothing comes out of it that was not sealed so, but that it ends too early shows only at its end: read all of it before you believe any of it. Reading throws an
     * {@link IOException} where it was damaged.
     *
     * @param key as it was noted when it was sealed
     * @throws dev.lifeboat.interpreter.builtin.Failure where that key is not to be had
     */
    InputStream open(InputStream object, String key, String label) throws IOException;
}
