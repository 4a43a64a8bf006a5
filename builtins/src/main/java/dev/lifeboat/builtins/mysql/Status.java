package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server as it is now: what {@code mysql.status} answers. */
public record Status(
        @Doc("Its `server_uuid`.") String uuid,
        @Doc("The version of MySQL.") String version,
        @Doc("`read_only`.") boolean readOnly,
        @Doc("`super_read_only`.") boolean superReadOnly,
        @Doc("Whether a persisted OFF makes it start writable, whatever its option file says.") boolean bootsWritable,
        @Doc("`offline_mode`.") boolean offline,
        @Doc("`gtid_executed`.") GtidSet executed,
        @Doc("`gtid_purged`.") GtidSet purged,
        @Doc("What it received and has not applied.") GtidSet unapplied,
        @Doc("The `server_uuid` of its source.") Optional<String> source,
        @Doc("Whether its receiver is connected.") boolean receiving,
        @Doc("Whether its applier runs.") boolean applying,
        @Doc("What its receiver or applier complains of; empty where nothing.") String problem,
        @Doc("How far it is behind on purpose.") Duration delay,
        @Doc("How many sessions there are of others than Lifeboat and replication.") long sessions,
        @Doc("What of its settings keeps it from being promoted or rejoined: a line each.") List<String> findings) {}
