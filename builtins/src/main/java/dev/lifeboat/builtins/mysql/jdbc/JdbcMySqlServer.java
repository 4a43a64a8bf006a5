package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A real server, by MySQL Connector/J. */
public final class JdbcMySqlServer implements MySqlServer {
    private static final Duration WAIT_AT_ONCE = Duration.ofSeconds(20);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_CHANGE = Duration.ofSeconds(30);
    private static final Duration TO_STOP_APPLIER = Duration.ofSeconds(90);
    private static final Duration TO_READ = Duration.ofMinutes(1);
    private static final Duration TO_ACT = Duration.ofHours(1);
    private final JdbcSession session;
    /** For what leaves its session as it was. */
    private final JdbcSession lasting;
    private final Optional<JdbcLogin> admin;
    private final Function<String, JdbcLogin> accounts;

    /**
     * @param admin    the administrative port, where one is configured
     * @param accounts finds an account of the inventory, for replication
     * @param guard    holds the run to the server that this name has led to
     */
    public JdbcMySqlServer(JdbcLogin login, Optional<Address> admin, Function<String, JdbcLogin> accounts,
            Clock clock, IdentityGuard guard) {
        this(login, admin, accounts, clock, guard, KeptConnections.NONE);
    }

    /** @param kept what connections of earlier calls are taken from, and left for later ones */
    public JdbcMySqlServer(JdbcLogin login, Optional<Address> admin, Function<String, JdbcLogin> accounts,
            Clock clock, IdentityGuard guard, KeptConnections kept) {
        this.admin = admin.map(login::at);
        this.session = new JdbcSession(login, this.admin, clock, guard);
        this.lasting = session.on(kept);
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public Reach reach(Duration limit) {
        return lasting.reach(limit);
    }

    @Override
    public Reach answer(Duration limit) {
        return lasting.answer(limit);
    }

    @Override
    public Reach reachAdmin(Duration limit) {
        return admin.map(login -> JdbcReach.look(login, session.capped(limit))).orElse(Reach.NOT_CONFIGURED);
    }

    @Override
    public ServerState state() {
        return lasting.observe("read its state", JdbcStatus::state);
    }

    @Override
    public List<ReplicaChannel> channels() {
        return lasting.observe("read its replication state", JdbcStatus::channels);
    }

    @Override
    public Optional<Heartbeat> heartbeat() {
        return lasting.observe("read its heartbeat", JdbcSchema::heartbeat);
    }

    @Override
    public WriteProbe probeWrite(Duration limit) {
        return JdbcSchema.probeWrite(session, limit);
    }

    /** In parts, so that a server that stops answering meanwhile is noticed. */
    @Override
    public boolean waitForExecuted(GtidSet set, Duration limit) {
        Duration left = session.capped(limit);
        boolean there = false;
        do {
            Duration part = left.compareTo(WAIT_AT_ONCE) < 0 ? left : WAIT_AT_ONCE;
            there = lasting.observe("wait for transactions", part.plus(TO_ANSWER),
                    connection -> JdbcStatus.waitForExecuted(connection, set, part));
            left = left.minus(part);
        } while (!there && left.isPositive());
        return there;
    }

    @Override
    public List<Session> sessions() {
        return lasting.observe("list its sessions", connection -> JdbcSessions.others(connection));
    }

    @Override
    public List<String> grants() {
        return lasting.observe("read its grants", JdbcStatus::grants);
    }

    @Override
    public Checksums checksums() {
        return session.observe("compute checksums", Duration.ofHours(1), JdbcChecksums::all);
    }

    @Override
    public GtidSet clientWrites(GtidSet among) {
        return session.observe("read its binary log", connection -> JdbcBinlog.clientWrites(connection, among));
    }

    @Override
    public List<Row> query(FreeSql sql) {
        return session.observe("answer `" + sql.statement() + "`", TO_READ,
                connection -> JdbcFreeSql.query(connection, sql));
    }

    @Override
    public void execute(FreeSql sql) {
        session.change("execute `" + sql.statement() + "`", TO_ACT, connection -> JdbcFreeSql.execute(connection, sql));
    }

    @Override
    public void startReceiver() {
        execute("start its receiver", "START REPLICA IO_THREAD");
    }

    @Override
    public void stopReceiver() {
        execute("stop its receiver", "STOP REPLICA IO_THREAD");
    }

    @Override
    public void startApplier() {
        execute("start its applier", "START REPLICA SQL_THREAD");
    }

    @Override
    public void startApplierUntil(GtidSet set) {
        execute("start its applier", "START REPLICA SQL_THREAD UNTIL SQL_AFTER_GTIDS = '" + set + "'");
    }

    @Override
    public void startApplierBefore(GtidSet set) {
        execute("start its applier", "START REPLICA SQL_THREAD UNTIL SQL_BEFORE_GTIDS = '" + set + "'");
    }

    @Override
    public void setDelay(Duration delay) {
        execute("delay it by " + Texts.duration(delay),
                "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = " + delay.toSeconds());
    }

    @Override
    public void commitEmpty(GtidSet gtid) {
        execute("commit an empty transaction as " + gtid, "SET SESSION gtid_next = '" + gtid + "'", "BEGIN", "COMMIT",
                "SET SESSION gtid_next = 'AUTOMATIC'");
    }

    @Override
    public Optional<SemiSync> semiSync() {
        return lasting.observe("read its semi-synchronous replication", JdbcSemiSync::read);
    }

    @Override
    public void setSemiSync(SemiSync wanted) {
        JdbcSemiSync.set(session, wanted);
    }

    /**
     * An applier that has the beginning of a transaction, of which the rest never came because its source died, waits a minute for it
     * ({@code SLAVE_WAIT_GROUP_DONE} of the server) before it stops.
     */
    @Override
    public void stopApplier() {
        execute("stop its applier", TO_STOP_APPLIER, "STOP REPLICA SQL_THREAD");
    }

    @Override
    public void tellApplierToStop() {
        JdbcApplier.tellToStop(session);
    }

    /**
     * What is persisted comes last: it never waits for a lock, so that a wait in vain has changed nothing. Of the two statements that do wait at most one has
     * something to do: {@code super_read_only} takes {@code read_only} with it, unless the server was opened beneath its {@code super_read_only=ON}.
     */
    @Override
    public void setReadOnly(ReadOnly wanted) {
        String[] statements = {"SET SESSION lock_wait_timeout = 5",
                "SET GLOBAL super_read_only = " + onOff(wanted.superReadOnly()),
                "SET GLOBAL read_only = " + onOff(wanted.readOnly()),
                persisting("super_read_only", wanted.persistedSuperReadOnly()),
                persisting("read_only", wanted.persistedReadOnly()), "SET SESSION lock_wait_timeout = DEFAULT"};
        String doing = "set it " + (wanted.writable() ? "writable" : "read-only");
        lasting.change(doing, connection -> {
            JdbcLocks.execute(connection, session.login(), doing, statements);
            return null;
        });
    }

    private static String persisting(String variable, Optional<Boolean> value) {
        return value.map(on -> "SET PERSIST_ONLY " + variable + " = " + onOff(on))
                .orElse("RESET PERSIST IF EXISTS " + variable);
    }

    private static String onOff(boolean on) {
        return on ? "ON" : "OFF";
    }

    @Override
    public void setOfflineMode(boolean on, boolean persist) {
        execute("switch its offline mode", "SET " + (persist ? "PERSIST" : "GLOBAL") + " offline_mode = " + onOff(on));
    }

    @Override
    public void persistSkipReplicaStart(boolean on) {
        execute("keep replication from starting with it",
                on ? "SET PERSIST_ONLY skip_replica_start = ON" : "RESET PERSIST IF EXISTS skip_replica_start");
    }

    @Override
    public void setAutoPurge(boolean on) {
        execute("switch the purging of binary logs", "SET GLOBAL binlog_expire_logs_auto_purge = " + onOff(on));
    }

    @Override
    public void changeSource(SourceSettings settings) {
        JdbcLogin account = accounts.apply(settings.login());
        lasting.change("make it follow " + settings.host() + ":" + settings.port(),
                connection -> JdbcSource.change(connection, settings, account));
    }

    @Override
    public void resetReplicaAll() {
        execute("forget its source", "RESET REPLICA ALL");
    }

    @Override
    public GtidSet writeCanary(String note) {
        return lasting.change("write the canary row", connection -> JdbcSchema.writeCanary(connection, note));
    }

    @Override
    public void startHeartbeat() {
        execute("start its heartbeat", "ALTER EVENT lifeboat.heartbeat ENABLE", "SET GLOBAL event_scheduler = ON");
    }

    @Override
    public EndedSessions killSessions() {
        return lasting.change("end its sessions", JdbcSessions::kill);
    }

    @Override
    public Timeline timeline() {
        return lasting.observe("read its timeline", JdbcTimeline::read);
    }

    @Override
    public void beginEpoch(long number, String reason) {
        lasting.change("begin an epoch", connection -> JdbcTimeline.begin(connection, number, reason));
    }

    @Override
    public void forgetEpoch(String id) {
        lasting.change("forget an epoch", connection -> JdbcTimeline.forget(connection, id));
    }

    @Override
    public List<Canary> canaries() {
        return lasting.observe("read its canaries", JdbcTimeline::canaries);
    }

    @Override
    public void setEventScheduler(boolean on) {
        execute("switch its event scheduler", "SET GLOBAL event_scheduler = " + onOff(on));
    }

    private void execute(String doing, String... statements) {
        execute(doing, TO_CHANGE, statements);
    }

    private void execute(String doing, Duration limit, String... statements) {
        lasting.change(doing, limit, connection -> {
            MySqlStatements.execute(connection, session.login(), doing, statements);
            return null;
        });
    }
}
