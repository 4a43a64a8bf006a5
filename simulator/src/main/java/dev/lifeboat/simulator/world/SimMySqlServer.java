package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Channel;
import dev.lifeboat.simulator.model.HeartbeatEvent;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A server of the model behind the port of a real one. */
final class SimMySqlServer implements MySqlServer {
    /** How often a wait looks; the real server tells at once. */
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final long CHECKSUM_ROWS_PER_MILLI = 750;

    private final Model model;
    private final Server server;
    private final SimWorld world;
    private final Spending spending;
    private final SimSession session;
    private final SimFollowing following;

    SimMySqlServer(SimWorld world, Server server, IdentityGuard guard) {
        this.model = world.model();
        this.server = server;
        this.world = world;
        this.spending = world.spending();
        this.session = new SimSession(model, server, spending, guard);
        this.following = new SimFollowing(world, server, session);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Reach reach(Duration limit) {
        return new SimReach(server, model, spending, session::line, false).look(limit);
    }

    /** Its connections cost so little that none is kept. */
    @Override
    public Reach answer(Duration limit) {
        return reach(limit);
    }

    @Override
    public Reach reachAdmin(Duration limit) {
        return server.sessions().hasAdminPort()
                ? new SimReach(server, model, spending, session::line, true).look(limit)
                : Reach.NOT_CONFIGURED;
    }

    @Override
    public ServerState state() {
        return session.observe("read its state", () -> SimStatus.state(server, model.now()));
    }

    @Override
    public List<ReplicaChannel> channels() {
        return session.observe("read its replication state",
                () -> server.channel().map(SimStatus::channel).stream().toList());
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return session.observe("read its heartbeat", () -> HeartbeatEvent.newest(server));
    }

    @Override
    public WriteProbe probeWrite(Duration limit) {
        Line line = session.line();
        session.meet(line);
        return new SimWrites(model, spending).probe(server, line, limit);
    }

    @Override
    public boolean waitForExecuted(GtidSet set, Duration limit) {
        Instant end = model.now().plus(spending.capped(limit));
        boolean there = session.observe("wait for transactions", () -> server.executed().contains(set));
        while (!there && model.now().isBefore(end)) {
            Duration left = Duration.between(model.now(), end);
            there = session.observe("wait for transactions", left.compareTo(LOOK) < 0 ? left : LOOK,
                    () -> server.executed().contains(set));
        }
        return there;
    }

    @Override
    public List<Session> sessions() {
        return session.observe("list its sessions", () -> server.sessions().all());
    }

    /** The model refuses Lifeboat's account nothing. */
    @Override
    public List<String> grants() {
        return session.observe("read its grants", () -> List.of("GRANT ALL PRIVILEGES ON *.* TO `lifeboat`@`%`"));
    }

    @Override
    public Checksums checksums() {
        return session.observe("compute checksums", Duration.ofMillis(server.rows().count() / CHECKSUM_ROWS_PER_MILLI),
                server::checksums);
    }

    @Override
    public GtidSet clientWrites(GtidSet among) {
        return session.observe("read its binary log", () -> server.clientWrites(among));
    }

    @Override
    public List<Row> query(FreeSql sql) {
        return session.observe("answer `" + sql.statement() + "`",
                () -> new SimFreeSql(server).answer(sql).orElseThrow(() -> notModelled(sql)));
    }

    /** A server that can't be reached says so before the model does. */
    @Override
    public void execute(FreeSql sql) {
        Runnable change = new SimFreeChange(this).of(sql).orElse(() -> {
            session.change("execute `" + sql.statement() + "`", Cost.QUERY, () -> {});
            throw notModelled(sql);
        });
        change.run();
    }

    private Failure notModelled(FreeSql sql) {
        return world.notModelled("what `" + sql.statement() + "` does on `" + server.name() + "`");
    }

    @Override
    public void startReceiver() {
        session.change("start its receiver", Cost.REPLICATION, () -> server.channel().orElseThrow(
                () -> session.refused("start its receiver", 1200, "the server is not configured as replica"))
                .startReceiver());
    }

    @Override
    public void stopReceiver() {
        ifReplica("stop its receiver", Channel::stopReceiver);
    }

    @Override
    public void startApplier() {
        ifReplica("start its applier", Channel::startApplier);
    }

    @Override
    public void startApplierUntil(GtidSet set) {
        ifReplica("start its applier", channel -> channel.startApplierUntil(set));
    }

    @Override
    public void startApplierBefore(GtidSet set) {
        ifReplica("start its applier", channel -> channel.startApplierBefore(set));
    }

    @Override
    public void commitEmpty(GtidSet gtid) {
        session.change("commit an empty transaction as " + gtid, Cost.COMMIT,
                () -> server.commitEmpty(gtid, model.now()));
    }

    @Override
    public Optional<SemiSync> semiSync() {
        return session.observe("read its semi-synchronous replication",
                () -> Optional.of(server.semiSync().settings()));
    }

    @Override
    public void setSemiSync(SemiSync wanted) {
        session.change("set its semi-synchronous replication", Cost.QUERY, () -> server.semiSync().set(wanted));
    }

    @Override
    public void stopApplier() {
        ifReplica("stop its applier", Channel::stopApplier);
    }

    /** No transaction is received in part. */
    @Override
    public void tellApplierToStop() {
        stopApplier();
    }

    /** A server that follows nobody has no objection, and does nothing. */
    private void ifReplica(String doing, Consumer<Channel> change) {
        session.change(doing, Cost.REPLICATION, () -> server.channel().ifPresent(change));
    }

    @Override
    public void setReadOnly(ReadOnly wanted) {
        String doing = "set it " + (wanted.writable() ? "writable" : "read-only");
        if (!wanted.writable() && server.variables().writable()) {
            session.waitForLocks(doing);
        }
        session.change(doing, Cost.READ_ONLY, () -> server.variables().readOnly(wanted));
    }

    @Override
    public void setOfflineMode(boolean on, boolean persist) {
        session.change("switch its offline mode", Cost.QUERY, () -> {
            server.variables().offlineMode(on, persist);
            if (on) {
                server.sessions().endAll();
            }
        });
    }

    @Override
    public void persistSkipReplicaStart(boolean on) {
        session.change("keep replication from starting with it", Cost.QUERY,
                () -> server.variables().persistSkipReplicaStart(on));
    }

    @Override
    public void setAutoPurge(boolean on) {
        session.change("switch the purging of binary logs", Cost.QUERY, () -> server.variables().autoPurge(on));
    }

    @Override
    public void setDelay(Duration delay) {
        following.delay(delay);
    }

    @Override
    public void changeSource(SourceSettings settings) {
        following.change(settings);
    }

    @Override
    public void resetReplicaAll() {
        following.forget();
    }

    @Override
    public GtidSet writeCanary(String note) {
        return session.change("write the canary row", Cost.COMMIT, () -> gtid("write the canary row",
                SimTimeline.canary(server, model.now(), note)));
    }

    @Override
    public void startHeartbeat() {
        session.change("start its heartbeat", Cost.COMMIT,
                () -> gtid("start its heartbeat", HeartbeatEvent.enable(server, model.now())));
    }

    private GtidSet gtid(String doing, Written written) {
        return switch (written) {
            case Written.Committed row -> row.gtid();
            case Written.Refused no -> throw session.refused(doing, no.error(), no.text());
            case Written.Silent no -> throw session.refused(doing, 2013, "Lost connection to MySQL server");
        };
    }

    @Override
    public Timeline timeline() {
        return session.observe("read its timeline", () -> SimTimeline.read(server));
    }

    @Override
    public void beginEpoch(long number, String reason) {
        session.change("begin an epoch", Cost.COMMIT,
                () -> gtid("begin an epoch", SimTimeline.begin(server, model.now(), number, reason)));
    }

    @Override
    public void forgetEpoch(String id) {
        session.change("forget an epoch", Cost.COMMIT, () -> SimTimeline.forget(server, model.now(), id)
                .ifPresent(written -> gtid("forget an epoch", written)));
    }

    @Override
    public List<Canary> canaries() {
        return session.observe("read its canaries", () -> SimTimeline.canaries(server));
    }

    @Override
    public void setEventScheduler(boolean on) {
        session.change("switch its event scheduler", Cost.QUERY, () -> server.variables().eventScheduler(on));
    }

    @Override
    public EndedSessions killSessions() {
        return session.change("end its sessions", Cost.QUERY,
                () -> new EndedSessions(server.sessions().endAll(), List.of()));
    }
}
