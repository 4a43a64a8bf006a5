package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Catalog;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Notebook;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is defined on a server of the model, behind the port of a real one. */
final class SimServerCatalog implements ServerCatalog {
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCOUNT_LOCKED = 3118;
    private static final long BYTES_PER_ROW = 200;
    private static final long CHECKED_ROWS_PER_MILLI = 400;
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final SimWorld world;
    private final Model model;
    private final Server server;
    private final Catalog catalog;
    private final SimSession session;
    private final SimSettings settings;

    SimServerCatalog(SimWorld world, Server server, Inventory.Server declared, IdentityGuard guard) {
        this.world = world;
        this.model = world.model();
        this.server = server;
        this.catalog = server.catalog();
        this.session = new SimSession(model, server, world.spending(), guard);
        this.settings = new SimSettings(server, declared);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Definitions definitions() {
        return session.observe("read what is defined", () -> new Definitions(catalog.accounts(), catalog.routines(),
                List.of(), List.of(), catalog.events(), List.of()));
    }

    @Override
    public List<ScheduledEvent> events() {
        return session.observe("read its events", catalog::events);
    }

    @Override
    public List<String> accountNames() {
        return session.observe("list its accounts", () -> catalog.accounts().stream().map(Account::name).toList());
    }

    @Override
    public Settings settings() {
        return session.observe("read its settings", settings::all);
    }

    @Override
    public List<TableSize> tables() {
        return session.observe("list its tables",
                () -> server.checksums().tables().stream().map(table -> new TableSize(table.table(), "InnoDB",
                        table.rows(), table.rows() * BYTES_PER_ROW)).toList());
    }

    @Override
    public Storage storage() {
        return session.observe("read what it stores", () -> new Storage("/var/lib/mysql/",
                server.rows().count() * BYTES_PER_ROW, server.executed().count() * BYTES_PER_ROW));
    }

    /** Pages of the model are never broken. */
    @Override
    public List<String> checkTable(String table) {
        int rows = server.rows().table(table).size();
        return session.observe("check table `" + table + "`", Duration.ofMillis(rows / CHECKED_ROWS_PER_MILLI),
                () -> server.rows().has(table) ? List.of() : List.of("Table '" + table + "' doesn't exist"));
    }

    @Override
    public Reach tryLogin(String login) {
        String user = world.user(login);
        Reach reach = new SimReach(server, model, world.spending(), session::line, false)
                .look(world.spending().capped(TO_ANSWER));
        if (session.line() != Line.OPEN || catalog.letsIn(user)) {
            return reach;
        }
        int error = catalog.has(user) ? ACCOUNT_LOCKED : ACCESS_DENIED;
        return new Reach(Answer.DENIED, error, "error " + error + ": Access denied for user '" + user + "'",
                reach.took(), Optional.empty());
    }

    @Override
    public LastKnown recorded() {
        return session.observe("read the readiness record", () -> Notebook.read(server));
    }

    @Override
    public boolean eventScheduler() {
        return session.observe("read its settings", catalog::eventScheduler);
    }

    @Override
    public void record(List<Entry> entries) {
        change("write the readiness record", () -> Optional.of(Notebook.write(server, entries, model.now())), "");
    }

    @Override
    public void setEvent(String event, EventState state) {
        change("switch event `" + event + "`", () -> catalog.alterEvent(event, state, model.now()),
                "`" + name() + "` has no event `" + event + "`.");
    }

    @Override
    public void setEventScheduler(boolean on) {
        session.change("switch its event scheduler", Cost.QUERY, () -> catalog.eventScheduler(on));
    }

    @Override
    public void lockAccount(String account, boolean locked) {
        change((locked ? "lock" : "unlock") + " account `" + account + "`",
                () -> catalog.lock(account, locked, model.now()),
                "`" + name() + "` has no account `" + account + "`.");
    }

    /** @param missing what is said where there is nothing to write */
    private void change(String doing, Supplier<Optional<Written>> change, String missing) {
        session.change(doing, Cost.COMMIT, () -> {
            Written written = change.get()
                    .orElseThrow(() -> dev.lifeboat.interpreter.builtin.Failure.of(missing));
            if (written instanceof Written.Refused no) {
                throw session.refused(doing, no.error(), no.text());
            }
        });
    }

    @Override
    public EndedSessions endSessions(List<String> except) {
        return session.change("end its sessions", Cost.QUERY,
                () -> new EndedSessions(server.sessions().endAllBut(except), List.of()));
    }
}
