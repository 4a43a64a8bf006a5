package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server as it is now: what {@code mysql.status} answers. */
public record Status(
        @Doc("Its `server_uuid`.") String uuid,
        @Doc("The version of MySQL.") String version,
        @Doc("`read_only`.") boolean readOnly,
        @Doc("`super_read_only`.") boolean superReadOnly,
        @Doc("What is persisted of `read_only`.") Optional<Boolean> persistedReadOnly,
        @Doc("What is persisted of `super_read_only`.") Optional<Boolean> persistedSuperReadOnly,
        @Doc("Whether its option file says `super_read_only=ON`, where MySQL can tell: not once it was changed.") Optional<Boolean> optionFileReadOnly,
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
        @Doc("Whether it replicates only once it is told to, after a restart: `skip_replica_start`.") boolean skipReplicaStart,
        @Doc("How many semi-synchronous replicas are connected.") long semiSyncClients,
        @Doc("Whether a commit waits for one of them.") boolean semiSyncWaiting,
        @Doc("Whether its event scheduler runs.") boolean eventScheduler,
        @Doc("Its events, and whether they run here.") List<ScheduledEvent> events,
        @Doc("Its data directory.") String dataFolder,
        @Doc("About how much its data take there; MySQL does not tell how much space is left.") Value.Size data,
        @Doc("How much its binary logs take.") Value.Size binaryLogs,
        @Doc("How many sessions there are of others than Lifeboat and replication.") long sessions,
        @Doc("What of its settings keeps it from being promoted or rejoined: a line each.") List<String> findings) {}
