package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import java.io.IOException;
import java.io.InputStream;

/** Makes sense of the bytes of binary logs. */
public interface LogReader {

    /** What stands at the beginning of a file and is needed to read any part of it. */
    byte[] head(InputStream file) throws IOException;

    /**
     * Reads to the end, and verifies the checksums that are in the log itself.
     *
     * @param head  of the file that it is a part of
     * @param bytes from an offset on, at which a transaction begins
     * @throws IOException where that is no binary log, or is damaged
     */
    LogPart examine(byte[] head, InputStream bytes, long from) throws IOException;

    /**
     * What is wanted of a part, until a page is full or the part ends.
     *
     * @param bytes from {@code from.offset()} on
     * @return {@link Page#end} where the part ended
     */
    Page read(byte[] head, InputStream bytes, Place from, Wanted wanted) throws IOException;
}
