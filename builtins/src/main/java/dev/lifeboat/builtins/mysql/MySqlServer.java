package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One MySQL server, as the DR account sees it. Typed calls only: the SQL is in the adapters, where versions are told apart. A method that cannot reach the
 * server throws a {@link Failure}; whether a change took effect is then in its outcome. Every method ends within the time that the run still has.
 */
@HasIdentity
public interface MySqlServer
        extends
            ServerProbes,
            ServerTimeline,
            ServerScheduler,
            SemiSynchronous,
            ApplierControl {

    /** As the inventory calls it; never goes out to the server. */
    String name();

    /** How the server answers on a connection of its own; never throws for a server that does not. */
    Reach reach(Duration limit);

    /** The same on a connection that is open already, where the server answers there: for what asks whether it goes on, not whether it lets others in. */
    Reach answer(Duration limit);

    /** As {@link #reach}, on the administrative port. */
    Reach reachAdmin(Duration limit);

    @Override
    ServerState state();

    /** One for each channel; empty on a server that was never a replica, or was detached. */
    @Override
    List<ReplicaChannel> channels();

    /** Newest row of {@code lifeboat.heartbeat} that this server has. Empty where there is none. */
    @Override
    Optional<Heartbeat> heartbeat();

    /** Tries to commit a row into schema {@code lifeboat} and says how that went, also where it hangs or is refused. */
    @PortEffect(PROBES)
    WriteProbe probeWrite(Duration limit);

    /** Waits until {@code set} is executed here. False when {@code limit} is over first, or the applier stands still. */
    boolean waitForExecuted(GtidSet set, Duration limit);

    /** Sessions of others than Lifeboat, replication and the server itself. */
    @PortEffect(value = OBSERVES, privileges = "PROCESS")
    List<Session> sessions();

    /** What Lifeboat's account may do here, as {@code SHOW GRANTS} tells it: with what its active roles may. */
    List<String> grants();

    /** Rows and checksum of each table of the application's schemas, all at one point of this server's GTID set. */
    @PortEffect(value = OBSERVES, privileges = "SELECT")
    Checksums checksums();

    /**
     * Those of {@code among} that wrote anything outside of schema {@code lifeboat}, as this server's binary log tells. A transaction of which that can't be
     * told, because its log is purged, counts as one that did.
     */
    @PortEffect(value = OBSERVES, privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE"})
    GtidSet clientWrites(GtidSet among);

    /**
     * Runs a statement of a runbook that only reads, in a session that can't write.
     *
     * @throws Failure also where it answers more rows than a runbook can mean
     */
    @PortEffect(value = OBSERVES, privileges = "SELECT")
    List<Row> query(FreeSql sql);

    /** Runs a statement of a runbook, whatever it does. */
    @PortEffect(CHANGES)
    void execute(FreeSql sql);

    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("receiverStarted")
    void startReceiver();

    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("receiverStopped")
    void stopReceiver();

    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("applierStarted")
    void startApplier();

    /** Starts the applier, which stops by itself once {@code set} is executed ({@code UNTIL SQL_AFTER_GTIDS}). */
    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("applierStartedUntil")
    void startApplierUntil(GtidSet set);

    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("applierStopped")
    void stopApplier();

    /** Sets the variables and what of them is persisted, as given. Waits at most a few seconds for writers in its way (error 1205 otherwise). */
    @PortEffect(value = CHANGES, privileges = {"SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN"})
    @Probe("readOnlyIs")
    void setReadOnly(ReadOnly wanted);

    @PortEffect(value = CHANGES, privileges = {"SYSTEM_VARIABLES_ADMIN", "CONNECTION_ADMIN"})
    @Probe("offlineModeIs")
    void setOfflineMode(boolean on, boolean persist);

    /** Persists {@code skip_replica_start}, so that a restart does not take replication up again; off takes that back: the option file rules. */
    @PortEffect(value = CHANGES, privileges = {"SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN"})
    @Probe("skipReplicaStartIs")
    void persistSkipReplicaStart(boolean on);

    /** Purging of binary logs by age ({@code binlog_expire_logs_auto_purge}). */
    @PortEffect(value = CHANGES, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("autoPurgeIs")
    void setAutoPurge(boolean on);

    @PortEffect(value = CHANGES, privileges = "REPLICATION_SLAVE_ADMIN")
    @Probe("follows")
    void changeSource(SourceSettings settings);

    /** {@code RESET REPLICA ALL}: throws away what was received and not applied, and how to reach the source. */
    @PortEffect(value = DESTROYS, privileges = "RELOAD")
    @Probe("followsNobody")
    void resetReplicaAll();

    /** Writes a row that says that {@code note} happened. @return its GTID */
    @PortEffect(PROBES)
    GtidSet writeCanary(String note);

    /** Makes this server, which must be writable, the one that writes {@code lifeboat.heartbeat}; replicas do not, by themselves. */
    @PortEffect(value = CHANGES, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("writesHeartbeat")
    void startHeartbeat();

    /** Ends sessions of others than Lifeboat and replication. */
    @PortEffect(value = CHANGES, privileges = {"PROCESS", "CONNECTION_ADMIN"})
    @Probe("sessionsKilled")
    EndedSessions killSessions();

    /**
     * {@code server_uuid} and {@code server_id}; together with the version.
     *
     * @param uuid lower case
     */
    record Identity(String uuid, long serverId, String version) {}

    /** @param error MySQL's error number, 0 where there was none; @param took how long it took to know */
    record Reach(Answer answer, int error, String detail, Duration took, Optional<Identity> identity) {
        /** Of an administrative port that the inventory does not name. */
        public static final Reach NOT_CONFIGURED = new Reach(Answer.NOT_CONFIGURED, 0,
                "the inventory has no `admin` port for it", Duration.ZERO, Optional.empty());

        public boolean answered() {
            return answer == Answer.ANSWERED;
        }
    }

    enum Answer {
        /** Logged in and answered a query. */
        ANSWERED,
        /** Nothing listens there. */
        REFUSED,
        /** It accepted the connection and said nothing, or stopped answering afterwards. */
        SILENT,
        /** No answer to the connection at all: cut off, or the host is gone. */
        NO_ROUTE,
        /** 1040, too many connections. */
        TOO_MANY_CONNECTIONS,
        /** The account was refused (1045, 1130, …): it is alive. */
        DENIED,
        /** {@code offline_mode} (3032), shutdown in progress (1053), and other errors of a living server. */
        OTHER_ERROR,
        /** No such port is configured. */
        NOT_CONFIGURED
    }

    /**
     * @param filters          whether anything is filtered from its binary log or its replication
     * @param halfRestored     whether a backup or binary logs were being brought into it, and not to their end: it claims transactions whose rows it may not have
     * @param semiSyncWaiting  whether a commit waits for a semi-synchronous replica
     * @param clock            the server's own time
     */
    record ServerState(Identity identity, ReadOnly readOnly, boolean offlineMode, GtidSet executed, GtidSet purged,
            boolean gtidMode, boolean logBin,
            boolean logReplicaUpdates, boolean skipReplicaStart, boolean autoPurge, boolean eventScheduler,
            boolean groupReplication, boolean filters, boolean halfRestored,
            int semiSyncClients, boolean semiSyncWaiting, Instant clock) {}

    /** The two variables, now and persisted; a persisted one is empty where nothing is persisted. */
    record ReadOnly(boolean readOnly, boolean superReadOnly, Optional<Boolean> persistedReadOnly,
            Optional<Boolean> persistedSuperReadOnly) {
        public static final ReadOnly FENCED = new ReadOnly(true, true, Optional.empty(), Optional.of(true));
        public static final ReadOnly WRITABLE = new ReadOnly(false, false, Optional.empty(), Optional.empty());
        public static final ReadOnly REPLICA = FENCED;

        /**
         * Whether clients can write: {@code read_only} alone says so. A start with a persisted {@code read_only=OFF} over {@code super_read_only=ON} of the
         * option file leaves {@code read_only=OFF} beside a {@code super_read_only=ON} that stops nobody (tried on 9.7.4).
         */
        public boolean writable() {
            return !readOnly;
        }

        /** A persisted OFF beats the option file: the server boots writable. */
        public boolean bootsWritable() {
            return persistedSuperReadOnly.filter(on -> !on).isPresent()
                    || persistedReadOnly.filter(on -> !on).isPresent();
        }
    }

    /**
     * @param sourceUuid      empty before the first connection
     * @param received        what its relay logs received
     * @param lastQueued      commit time, on the source, of the newest transaction that was received
     * @param heartbeats      how many the receiver has counted; a growing one is a sign of life
     * @param lastHeartbeat   when it received the last one
     */
    record ReplicaChannel(String name, String sourceHost, int sourcePort, String sourceUuid, ThreadState receiver,
            ThreadState applier, int receiverError,
            int applierError, String errorText, GtidSet received, Optional<Instant> lastQueued,
            Optional<Instant> lastApplied, long heartbeats,
            Optional<Instant> lastHeartbeat, Duration delay, boolean autoPosition, String sourceUser,
            Duration netTimeout) {
        public boolean receiving() {
            return receiver == ThreadState.ON;
        }
    }

    enum ThreadState {
        ON, CONNECTING, OFF
    }

    /**
     * SQL as a runbook wrote it.
     *
     * @param statement  with a `?` for each value
     * @param parameters the values in their order, never part of the statement
     */
    record FreeSql(String statement, List<Parameter> parameters) {
        public FreeSql {
            parameters = List.copyOf(parameters);
        }
    }

    /** @param text as MySQL writes such a value: a time in UTC, a length of time in seconds, a size in bytes, true as 1 */
    record Parameter(Kind kind, String text) {
        public enum Kind {
            TEXT, WHOLE, NUMBER
        }
    }

    /** @param values as MySQL writes them out; empty for NULL */
    record Row(List<Optional<String>> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** @param server which server wrote it, by its uuid */
    record Heartbeat(Instant written, String server) {}

    /** @param error MySQL's error number, 0 where there was none */
    record WriteProbe(boolean committed, boolean hung, int error, String detail) {}

    record Session(long id, String user, String host, boolean inTransaction) {}

    /** @param at the server's executed set at which all tables were read */
    record Checksums(GtidSet at, List<TableChecksum> tables) {}

    /** @param table {@code schema.table} */
    record TableChecksum(String table, long rows, String checksum) {}

    /** @param login whose password is used, as the inventory names it */
    record SourceSettings(String host, int port, String login) {}
}
