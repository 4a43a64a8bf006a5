package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.binlog.TableShape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** The binary logs of one server, byte for byte. All methods throw a {@link dev.lifeboat.interpreter.builtin.Failure} where the server can't be asked. */
public interface LogFeed {

    /** As the inventory calls the server. */
    String server();

    String serverUuid();

    /** Oldest first; the last is the one that is written to. */
    List<LogFile> files();

    /** Lets the server close the file that it writes to, and begin another, so that nothing else comes of it ({@code FLUSH LOCAL BINARY LOGS}). */
    void rotate();

    /**
     * Writes a file of the log from an offset on, as far as whole transactions go. Where it ends within one, what was written of that one must be thrown away, with all of it: a {@code Failure} says so.
     *
     * @param from in bytes: 0 is the beginning of the file, with its four bytes of magic; else what an earlier {@link LogPart#to} was
     * @param most after so many bytes it ends with the transaction that is under way
     * @throws IOException as {@code onto} throws it
     */
    LogPart copy(String file, long from, long most, OutputStream onto) throws IOException;

    /** A table as it is now, which a log does not say; none where it is not there, or where a log says enough. */
    default Optional<TableShape> shape(String schema, String table) {
        return Optional.empty();
    }
}
