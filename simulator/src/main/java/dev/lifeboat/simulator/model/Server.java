package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Checksums;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * One MySQL server: its process, its variables, its data, and its replication channel where it is a replica. What changes it is to be called inside
 * {@link Model#change}.
 */
public final class Server {
    static final int READ_ONLY_ERROR = 1290;
    static final String VERSION = "9.7.4";

    private final String name;
    private final Address address;
    private Identity identity;
    private final Variables variables = new Variables();
    private final Stored stored = new Stored();
    private final Sessions sessions = new Sessions();
    private final Catalog catalog = new Catalog(this);
    private Optional<Machine> machine = Optional.empty();
    private Optional<Channel> channel = Optional.empty();
    private ReceiverSettings receiving = ReceiverSettings.DEFAULTS;
    private ApplierSettings applying = ApplierSettings.DEFAULTS;
    private CloneRecord lastClone = CloneRecord.NEVER;
    private ProcessState process = ProcessState.ALIVE;
    private SemiSyncCommits semiSync = new SemiSyncCommits(() -> 0, this::commit);
    private boolean diskFull;

    Server(String name, Address address, long id) {
        this.name = name;
        this.address = address;
        identity = identity(name, id);
        variables.boot();
    }

    private static Identity identity(String name, long id) {
        return new Identity(new UUID(Hash.of("server/" + name), Hash.of(name + "/uuid")).toString(), id, VERSION);
    }

    /** Another server answers in its place, with the same data. */
    public void replace() {
        identity = identity(identity.uuid(), identity.serverId());
    }

    public String name() {
        return name;
    }

    public Address address() {
        return address;
    }

    public Identity identity() {
        return identity;
    }

    Optional<Machine> machine() {
        return machine;
    }

    /** Lets it run on {@code machine}. */
    void runsOn(Machine machine) {
        this.machine = Optional.of(machine);
    }

    public String uuid() {
        return identity.uuid();
    }

    public Variables variables() {
        return variables;
    }

    /** What is in its data directory. */
    public Stored stored() {
        return stored;
    }

    public Rows rows() {
        return stored.rows();
    }

    public Sessions sessions() {
        return sessions;
    }

    public Catalog catalog() {
        return catalog;
    }

    /** How its commits wait for replicas, and whether its receiver acknowledges. */
    public SemiSyncCommits semiSync() {
        return semiSync;
    }

    void acknowledgedBy(IntSupplier replicas) {
        semiSync = new SemiSyncCommits(replicas, this::commit);
    }

    /** Nothing more can be stored on its machine: writes hang, reads go on. */
    public void diskFull(boolean full) {
        diskFull = full;
        machine.ifPresent(own -> own.fillDisk(full));
    }

    /** Whether it stores what comes from its source. */
    boolean stores() {
        return alive() && !diskFull;
    }

    public Checksums checksums() {
        return new Checksums(executed(), rows().checksums());
    }

    public Optional<Channel> channel() {
        return channel;
    }

    /** How it replicates, whomever it follows. */
    public void replicates(ReceiverSettings receiving, ApplierSettings applying) {
        this.receiving = receiving;
        this.applying = applying;
    }

    void follow(Server source, String user, Surroundings around) {
        channel.ifPresent(Channel::stop);
        channel = Optional.of(new Channel(this, source, user, receiving, applying, around));
    }

    /** {@code CHANGE REPLICATION SOURCE TO} with the settings of Lifeboat. */
    void changeSource(Server source, String user, Surroundings around) {
        receiving = receiving.afterChangeSource();
        follow(source, user, around);
    }

    public GtidSet executed() {
        return stored.executed();
    }

    public GtidSet purged() {
        return stored.binlog().purged();
    }

    /** {@code PURGE BINARY LOGS}: all that there is. */
    public void purgeBinlog() {
        stored.binlog().purge();
    }

    /** Those of {@code among} that wrote outside of schema {@code lifeboat}, or of which the binary log cannot tell. */
    public GtidSet clientWrites(GtidSet among) {
        return stored.binlog().clientWrites(among);
    }

    public Binlog binlog() {
        return stored.binlog();
    }

    /** The clone that it received last. */
    public CloneRecord lastClone() {
        return lastClone;
    }

    boolean has(Transaction transaction) {
        return stored.has(transaction);
    }

    boolean alive() {
        return process == ProcessState.ALIVE;
    }

    /** Whether the process is there, hung or not. */
    public boolean running() {
        return process != ProcessState.STOPPED;
    }

    /** What the machine itself would find at its port. */
    Line line() {
        return process.line();
    }

    /** Writes a row, with the next key of its table. */
    public Written insert(Account account, Instant at, String table, String value) {
        long key = rows().nextKey(table);
        return write(account, at, RowChange.insert(table, key, value));
    }

    public Written write(Account account, Instant at, RowChange change) {
        if (process != ProcessState.ALIVE) {
            return process == ProcessState.HUNG ? new Written.Silent() : new Written.Refused(2003, "Can't connect");
        }
        if (account == Account.ADMIN ? variables.superReadOnly() : !variables.writable()) {
            return new Written.Refused(READ_ONLY_ERROR, "The MySQL server is running with the --"
                    + (variables.superReadOnly() ? "super-" : "")
                    + "read-only option so it cannot execute this statement");
        }
        if (variables.offlineMode() && account == Account.APPLICATION) {
            return new Written.Refused(3032, "The server is currently in offline mode");
        }
        return diskFull || semiSync.holds(at, change) ? new Written.Silent() : commit(at, change);
    }

    private Written commit(Instant at, RowChange change) {
        return stored.commit(uuid(), at, List.of(change));
    }

    /** Makes all of the changes in one transaction, whatever the server lets others do. */
    public Written commit(Instant at, List<RowChange> changes) {
        return stored.commit(uuid(), at, changes);
    }

    /** Counts an empty transaction as executed; does nothing where it is. */
    public void commitEmpty(GtidSet gtid, Instant at) {
        stored.commitEmpty(gtid, at);
    }

    /** Applies what was replicated. @return MySQL's error number where it could not be, else 0 */
    public int apply(Transaction transaction, Instant at) {
        return stored.apply(transaction, at);
    }

    public void hang() {
        process = process == ProcessState.ALIVE ? ProcessState.HUNG : process;
    }

    public void thaw(Instant now) {
        if (process == ProcessState.HUNG) {
            process = ProcessState.ALIVE;
            channel.ifPresent(own -> own.thawed(now));
        }
    }

    /** Ends the process, by SIGKILL or by a shutdown: what was committed is there, what was received and not applied stays in the relay log. */
    public void stop() {
        semiSync.recover();
        process = ProcessState.STOPPED;
        sessions.endAll();
        channel.ifPresent(Channel::stop);
    }

    /** Starts the process as its option file and what is persisted say. Does nothing where it runs. */
    public void start() {
        if (process == ProcessState.STOPPED) {
            process = ProcessState.ALIVE;
            variables.boot();
            semiSync.boot();
            recoverRelayLog();
            channel.filter(own -> !variables.skipReplicaStart()).ifPresent(Channel::start);
        }
    }

    /** Starts it read-only and not replicating, whatever is persisted. */
    public void startFenced() {
        if (process == ProcessState.STOPPED) {
            process = ProcessState.ALIVE;
            variables.bootFenced();
            semiSync.boot();
            recoverRelayLog();
        }
    }

    private void recoverRelayLog() {
        if (variables.relayLogRecovery()) {
            channel.ifPresent(Channel::dropRelayLog);
        }
    }

    void lastClone(CloneRecord record) {
        lastClone = record;
    }

    /** {@code SOURCE_DELAY}; the applier has to stand still. Where the receiver does too, what was received goes with the old relay logs. */
    public void delay(Duration delay) {
        applying = applying.delayed(delay);
        channel.ifPresent(own -> {
            own.applier().settings(applying);
            if (!own.running()) {
                own.dropRelayLog();
            }
        });
    }

    /** {@code RESET REPLICA ALL}. */
    public void forgetSource() {
        channel.ifPresent(Channel::stop);
        channel = Optional.empty();
        applying = applying.delayed(Duration.ZERO);
    }
}
