package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.SemiSync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A fake for decision tables: a server that is as a test says it is. It does what it is told at once, and nothing by itself. */
public final class FakeMySqlServer extends FakeHistory {
    public Answer admin = Answer.NOT_CONFIGURED;
    public WriteProbe write = new WriteProbe(true, false, 0, "committed a row");
    public ReadOnly readOnly = ReadOnly.REPLICA;
    public GtidSet purged = GtidSet.EMPTY;
    public GtidSet clientWrites = GtidSet.EMPTY;
    public String version = "9.7.4";
    public boolean gtidMode = true;
    public boolean logBin = true;
    public boolean filters;
    public boolean halfRestored;
    public boolean groupReplication;
    public boolean semiSyncWaiting;
    public boolean offline;
    public boolean skipReplicaStart;
    public boolean eventScheduler = true;
    public boolean autoPurge = true;
    /** Empty where it has no plugins. */
    public Optional<SemiSync> semiSync = Optional.of(SemiSync.OFF);
    public Optional<FakeChannel> channel = Optional.empty();
    public Optional<Heartbeat> heartbeat = Optional.empty();
    public List<TableChecksum> tables = List.of();
    public List<String> grants = List.of("GRANT ALL PRIVILEGES ON *.* TO `lifeboat`@`%`");
    /** What happens while its applier is told to stop. */
    public Runnable whenTold = () -> {};
    /** Whether its applier applies what was received. */
    public boolean applies = true;

    public FakeMySqlServer(String name) {
        super(name, uuidOf(name));
    }

    /** {@code db1} has 00000001 for its last digits. */
    public static String uuidOf(String name) {
        return "aaaaaaaa-0000-0000-0000-0000000000" + String.format("%02d", name.charAt(name.length() - 1) - '0');
    }

    public FakeMySqlServer primary() {
        readOnly = ReadOnly.WRITABLE;
        channel.ifPresent(one -> one.receiver = ThreadState.OFF);
        return this;
    }

    public FakeMySqlServer follows(FakeMySqlServer source) {
        channel = Optional.of(new FakeChannel(source));
        return this;
    }

    /** Has executed all up to this number of what {@code source} wrote. */
    public FakeMySqlServer has(String source, long last) {
        executed = executed.union(GtidSet.of(uuidOf(source), 1, last));
        return this;
    }

    /** Has received it, and not applied. */
    public FakeMySqlServer received(String source, long last) {
        FakeChannel mine = channel.orElseThrow();
        mine.received = mine.received.union(GtidSet.of(uuidOf(source), 1, last));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reach reach(Duration limit) {
        return reach(answer);
    }

    @Override
    public Reach answer(Duration limit) {
        return reach(limit);
    }

    @Override
    public Reach reachAdmin(Duration limit) {
        return reach(admin);
    }

    private Reach reach(Answer answer) {
        return new Reach(answer, 0, answer.name(), Duration.ZERO,
                answer == Answer.ANSWERED ? Optional.of(identity()) : Optional.empty());
    }

    private Identity identity() {
        return new Identity(uuid, 1, version);
    }

    @Override
    public ServerState state() {
        requireAnswer();
        return new ServerState(identity(), readOnly, offline, executed, purged, gtidMode, logBin, true,
                skipReplicaStart, autoPurge, eventScheduler, groupReplication, filters, halfRestored, 1,
                semiSyncWaiting, START);
    }

    @Override
    public List<ReplicaChannel> channels() {
        requireAnswer();
        return channel.map(FakeChannel::told).stream().toList();
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        requireAnswer();
        return heartbeat;
    }

    @Override
    public WriteProbe probeWrite(Duration limit) {
        return write;
    }

    @Override
    public boolean waitForExecuted(GtidSet set, Duration limit) {
        requireAnswer();
        boolean running = channel.filter(one -> one.applier == ThreadState.ON).isPresent();
        if (applies && running) {
            executed = executed.union(channel.get().received);
        }
        return executed.contains(set);
    }

    @Override
    public List<Session> sessions() {
        return List.of();
    }

    @Override
    public List<String> grants() {
        requireAnswer();
        return grants;
    }

    @Override
    public Checksums checksums() {
        return new Checksums(executed, tables);
    }

    @Override
    public GtidSet clientWrites(GtidSet among) {
        return clientWrites.intersect(among);
    }

    @Override
    public void startReceiver() {
        calls.add("startReceiver");
        channel.orElseThrow().connect();
    }

    @Override
    public void stopReceiver() {
        calls.add("stopReceiver");
        channel.orElseThrow().receiver = ThreadState.OFF;
    }

    @Override
    public void startApplier() {
        calls.add("startApplier");
        channel.orElseThrow().applier = ThreadState.ON;
    }

    @Override
    public void startApplierUntil(GtidSet set) {
        calls.add("startApplierUntil " + set);
        executed = executed.union(set);
    }

    @Override
    public void startApplierBefore(GtidSet set) {
        calls.add("startApplierBefore " + set);
        String source = set.sources().getFirst();
        executed = executed.union(GtidSet.of(source, 1, set.intervals(source).getFirst().first() - 1));
    }

    @Override
    public void setDelay(Duration delay) {
        calls.add("setDelay " + delay);
        channel.orElseThrow().delay = delay;
    }

    @Override
    public void commitEmpty(GtidSet gtid) {
        calls.add("commitEmpty " + gtid);
        executed = executed.union(gtid);
    }

    @Override
    public Optional<SemiSync> semiSync() {
        requireAnswer();
        return semiSync;
    }

    @Override
    public void setSemiSync(SemiSync wanted) {
        calls.add("setSemiSync " + wanted);
        semiSync = Optional.of(wanted);
    }

    @Override
    public void stopApplier() {
        calls.add("stopApplier");
        channel.orElseThrow().applier = ThreadState.OFF;
    }

    @Override
    public void tellApplierToStop() {
        calls.add("tellApplierToStop");
        whenTold.run();
        channel.filter(one -> !one.holdsPart).ifPresent(one -> one.applier = ThreadState.OFF);
    }

    @Override
    public void setReadOnly(ReadOnly wanted) {
        calls.add("setReadOnly " + (wanted.writable() ? "off" : "on"));
        readOnly = wanted;
    }

    @Override
    public void setOfflineMode(boolean on, boolean persist) {
        calls.add("setOfflineMode " + on);
        offline = on;
    }

    @Override
    public void persistSkipReplicaStart(boolean on) {
        calls.add("persistSkipReplicaStart " + on);
        skipReplicaStart = on;
    }

    @Override
    public void setAutoPurge(boolean on) {
        calls.add("setAutoPurge " + on);
        autoPurge = on;
    }

    @Override
    public void changeSource(SourceSettings settings) {
        calls.add("changeSource " + settings.host());
        channel = Optional.of(new FakeChannel(settings.host()));
        channel.get().receiver = ThreadState.OFF;
        channel.get().applier = ThreadState.OFF;
    }

    @Override
    public void resetReplicaAll() {
        calls.add("resetReplicaAll");
        channel = Optional.empty();
    }

    @Override
    public void startHeartbeat() {
        calls.add("startHeartbeat");
    }

    @Override
    public List<Row> query(FreeSql sql) {
        calls.add("query " + sql.statement());
        return List.of();
    }

    @Override
    public void execute(FreeSql sql) {
        calls.add("execute " + sql.statement());
    }

    @Override
    public void setEventScheduler(boolean on) {
        calls.add("setEventScheduler " + on);
        eventScheduler = on;
    }

    @Override
    public EndedSessions killSessions() {
        return new EndedSessions(0, List.of());
    }
}
