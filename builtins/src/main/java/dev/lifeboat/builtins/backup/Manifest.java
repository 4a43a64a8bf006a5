package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;

/** What a full backup is said to be, by whoever took it. Lies beside it, once to be read and once sealed, so that one that lies is found. */
public record Manifest(
        @Doc("Its name, unique in all stores.") String id,
        @Doc("The store that it was read from.") String store,
        @Doc("The cluster.") String cluster,
        @Doc("The server that it was taken from, as the inventory calls it.") String server,
        @Doc("That server's `server_uuid`.") String serverUuid,
        @Doc("The epoch that the server was in; empty where it had none.") String epoch,
        @Doc("When taking it began.") Instant began,
        @Doc("When it was complete.") Instant ended,
        @Doc("All that the server had executed as of the moment that the backup shows.") GtidSet executed,
        @Doc("The binary log at that moment.") String logFile,
        @Doc("The position in it.") long logPosition,
        @Doc("The server's version.") String serverVersion,
        @Doc("What took it, with its version.") String tool,
        @Doc("How large it is as SQL.") Value.Size size,
        @Doc("How large it is in the store.") Value.Size stored,
        @Doc("The SHA-256 of what is in the store, in hexadecimal.") String sha256,
        @Doc("The key that it is sealed with.") String key,
        @Doc("How many rows each table has.") List<TableRows> tables) {

    public Manifest {
        tables = List.copyOf(tables);
    }

    /** The same, as it was found in a store: a copy has the text of where it was taken. */
    Manifest in(String found) {
        return new Manifest(id, found, cluster, server, serverUuid, epoch, began, ended, executed, logFile, logPosition,
                serverVersion, tool, size, stored, sha256, key, tables);
    }

    /** @param table {@code schema.table} */
    public record TableRows(@Doc("The table, with its schema.") String table, @Doc("How many rows.") long rows) {}
}
