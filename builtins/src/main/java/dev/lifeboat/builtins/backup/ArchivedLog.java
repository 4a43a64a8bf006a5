package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A binary log, or the part of one that had been written by then, in a store. Logs are kept by {@code server_uuid}, so that what a restored server writes begins an archive of its own. */
public record ArchivedLog(
        @Doc("The store that it was read from.") String store,
        @Doc("The cluster.") String cluster,
        @Doc("The server that wrote it, as the inventory calls it.") String server,
        @Doc("That server's `server_uuid`.") String serverUuid,
        @Doc("The file's name on the server.") String file,
        @Doc("Where in the file this part begins; 0 for the beginning.") long from,
        @Doc("Where it ends.") long to,
        @Doc("Whether the server has gone on to another file, so that nothing follows in this one.") boolean closed,
        @Doc("All that had been executed when the file was begun.") GtidSet before,
        @Doc("What this part holds, whole transactions.") GtidSet holds,
        @Doc("The earliest time at which one of them was committed; none where it holds none.") Optional<Instant> first,
        @Doc("The latest.") Optional<Instant> last,
        @Doc("How large it is in the store.") Value.Size stored,
        @Doc("The SHA-256 of what is in the store, in hexadecimal.") String sha256,
        @Doc("The key that it is sealed with.") String key) {

    /** What the objects of this part are called in any store, without what follows the last {@code /}. */
    public String folder() {
        return cluster + "/" + serverUuid + "/binlog/" + file + "/" + from + "/";
    }

    /** The bytes of the log, sealed. */
    String object() {
        return folder() + "log";
    }

    /** The same, as read from another store. */
    ArchivedLog in(String other) {
        return new ArchivedLog(other, cluster, server, serverUuid, file, from, to, closed, before, holds, first, last,
                stored, sha256, key);
    }

    boolean sameObject(ArchivedLog other) {
        return folder().equals(other.folder());
    }

    /** How much of the file it is. */
    long length() {
        return to - from;
    }

    /** In the order in which the server has written them. Numbers grow longer in the end: {@code binlog.999999}, {@code binlog.1000000}. */
    static final Comparator<ArchivedLog> WRITTEN = Comparator.comparing(ArchivedLog::serverUuid)
            .thenComparing(log -> log.file(), ArchivedLog::compareFiles).thenComparing(ArchivedLog::from);

    static int compareFiles(String left, String right) {
        return left.length() == right.length() ? left.compareTo(right) : left.length() - right.length();
    }
}
