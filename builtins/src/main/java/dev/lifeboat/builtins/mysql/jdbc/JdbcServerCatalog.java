package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is defined on a real server, by MySQL Connector/J. */
public final class JdbcServerCatalog implements ServerCatalog {
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Duration TO_RECORD = Duration.ofSeconds(10);
    private static final Duration TO_CHECK = Duration.ofHours(4);
    private final JdbcSession session;
    /** For what leaves its session as it was. */
    private final JdbcSession lasting;
    private final Function<String, JdbcLogin> accounts;

    /**
     * @param admin    the administrative port, where one is configured
     * @param accounts finds an account of the inventory, at this server's address
     * @param guard    holds the run to the server that this name has led to
     * @param kept     what connections of earlier calls are taken from, and left for later ones
     */
    public JdbcServerCatalog(JdbcLogin login, Optional<Address> admin, Function<String, JdbcLogin> accounts,
            Clock clock, IdentityGuard guard, KeptConnections kept) {
        this.session = new JdbcSession(login, admin.map(login::at), clock, guard);
        this.lasting = session.on(kept);
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public Definitions definitions() {
        return session.observe("read what is defined", JdbcDefinitions::all);
    }

    @Override
    public List<ScheduledEvent> events() {
        return lasting.observe("read its events", JdbcDefinitions::events);
    }

    @Override
    public List<String> accountNames() {
        return lasting.observe("list its accounts", JdbcDefinitions::accountNames);
    }

    @Override
    public Settings settings() {
        return lasting.observe("read its settings", JdbcSettings::all);
    }

    @Override
    public List<TableSize> tables() {
        return lasting.observe("list its tables", JdbcTables::sizes);
    }

    @Override
    public Storage storage() {
        return lasting.observe("read what it stores", JdbcTables::storage);
    }

    @Override
    public List<String> checkTable(String table) {
        return session.observe("check table `" + table + "`", TO_CHECK,
                connection -> JdbcTables.check(connection, table));
    }

    @Override
    public Reach tryLogin(String login) {
        return JdbcReach.look(accounts.apply(login), session.capped(TO_ANSWER));
    }

    @Override
    public LastKnown recorded() {
        return lasting.observe("read the readiness record", JdbcRecord::read);
    }

    @Override
    public boolean eventScheduler() {
        return lasting.observe("read its settings", JdbcSettings::eventScheduler);
    }

    @Override
    public void record(List<Entry> entries) {
        session.probe("write the readiness record", TO_RECORD, connection -> {
            JdbcRecord.write(connection, entries);
            return null;
        });
    }

    @Override
    public void setEvent(String event, EventState state) {
        session.change("switch event `" + event + "`", connection -> {
            String statement = JdbcAlterations.event(connection, event, state)
                    .orElseThrow(() -> Failure.of("`" + name() + "` has no event `" + event + "`."));
            MySqlStatements.execute(connection, session.login(), "switch event `" + event + "`", statement);
            return null;
        });
    }

    @Override
    public void setEventScheduler(boolean on) {
        session.change("switch its event scheduler", connection -> {
            MySqlStatements.execute(connection, session.login(), "switch its event scheduler",
                    "SET GLOBAL event_scheduler = " + (on ? "ON" : "OFF"));
            return null;
        });
    }

    @Override
    public void lockAccount(String account, boolean locked) {
        String doing = (locked ? "lock" : "unlock") + " account `" + account + "`";
        session.change(doing, connection -> {
            String statement = JdbcAlterations.account(connection, account, locked)
                    .orElseThrow(() -> Failure.of("`" + name() + "` has no account `" + account + "`."));
            MySqlStatements.execute(connection, session.login(), doing, statement);
            return null;
        });
    }

    @Override
    public EndedSessions endSessions(List<String> except) {
        return session.change("end its sessions", connection -> JdbcSessions.kill(connection, except));
    }
}
