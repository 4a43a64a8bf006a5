package dev.lifeboat.builtins.backup;

import java.io.OutputStream;

/** The binary logs of one server, byte for byte. */
public interface LogFeed {

    /**
     * Writes a file of the log from an offset on, as far as whole transactions go.
     *
     * @param from in bytes: 0 is the beginning of the file, with its four bytes of magic
     * @return the offset behind the last byte
     */
    long copy(String file, long from, OutputStream onto);
}
