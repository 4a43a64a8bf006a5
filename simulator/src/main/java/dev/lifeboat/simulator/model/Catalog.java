package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definition;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is defined on a server: accounts, events, routines. All of it is rows of schema {@code mysql}, as on real servers, so that what is changed on the
 * primary comes to its replicas as everything does; and there an event that was altered elsewhere does not run.
 */
public final class Catalog {
    private static final String ACCOUNTS = "mysql.user";
    private static final String EVENTS = "mysql.event";
    private static final String ROUTINES = "mysql.routine";
    private static final String HEARTBEAT = "lifeboat.heartbeat";
    private static final String SEPARATOR = "\t";
    private static final String EVERYWHERE = "@%";
    private static final String WELL = "0000000000000000";

    private final Server server;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private boolean eventScheduler = true;

    Catalog(Server server) {
        this.server = server;
    }

    // As it begins

    /** What a shop has, as if the {@code primary} had defined it long ago. */
    public static void defined(Rows rows, Server primary, List<String> users) {
        users.forEach(user -> put(rows, ACCOUNTS, user + EVERYWHERE, WELL + SEPARATOR + WELL + SEPARATOR + false));
        event(rows, primary, "shop.close_day", EventState.ENABLED);
        event(rows, primary, "shop.delete_old_orders", EventState.DISABLED);
        put(rows, ROUTINES, "shop.open_orders", WELL);
    }

    private static void event(Rows rows, Server primary, String name, EventState state) {
        put(rows, EVENTS, name, state + SEPARATOR + primary.uuid());
    }

    private static void put(Rows rows, String table, String name, String value) {
        rows.put(table, Hash.of(name), name + SEPARATOR + value);
    }

    /** It never had this user. */
    public void lacksAccount(String user) {
        server.rows().remove(ACCOUNTS, Hash.of(user + EVERYWHERE));
    }

    /** The event is disabled here and everywhere. */
    public void disabled(String event) {
        event(server.rows(), server, event, EventState.DISABLED);
    }

    /** A variable of which the model knows no more than its value. */
    public void variable(String name, String value) {
        variables.put(name, value);
    }

    public Map<String, String> variables() {
        return variables;
    }

    // What is there

    public List<Account> accounts() {
        return rows(ACCOUNTS).map(row -> new Account(row[0], row[1], row[2], Boolean.parseBoolean(row[3]))).toList();
    }

    public List<ScheduledEvent> events() {
        Stream<ScheduledEvent> own = HeartbeatEvent.home(server).stream()
                .map(home -> scheduled(HEARTBEAT, EventState.ENABLED, home));
        return Stream.concat(own, rows(EVENTS).map(row -> scheduled(row[0], EventState.valueOf(row[1]), row[2])))
                .sorted(Comparator.comparing(ScheduledEvent::name)).toList();
    }

    private ScheduledEvent scheduled(String name, EventState state, String home) {
        return new ScheduledEvent(name, home.equals(server.uuid()) ? state : EventState.REPLICA_SIDE_DISABLED,
                "root@localhost", WELL);
    }

    public List<Definition> routines() {
        return rows(ROUTINES).map(row -> new Definition(row[0], row[1])).toList();
    }

    /** By name. */
    private Stream<String[]> rows(String table) {
        return server.rows().table(table).values().stream().sorted().map(row -> row.split(SEPARATOR));
    }

    public boolean eventScheduler() {
        return eventScheduler;
    }

    public void eventScheduler(boolean on) {
        eventScheduler = on;
    }

    public boolean has(String user) {
        return account(user + EVERYWHERE).isPresent();
    }

    public boolean letsIn(String user) {
        return account(user + EVERYWHERE).filter(account -> !account.locked()).isPresent();
    }

    private Optional<Account> account(String name) {
        return accounts().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    // Changes; each is to be made inside Model.change(…)

    /** Empty where there is no such event. */
    public Optional<Written> alterEvent(String name, EventState state, Instant now) {
        if (events().stream().noneMatch(event -> event.name().equals(name))) {
            return Optional.empty();
        }
        return Optional.of(name.equals(HEARTBEAT)
                ? state == EventState.ENABLED ? HeartbeatEvent.enable(server, now) : HeartbeatEvent.disable(server, now)
                : write(EVENTS, name, switch (state) {
                    case ENABLED, DISABLED -> state + SEPARATOR + server.uuid();
                    case REPLICA_SIDE_DISABLED -> EventState.ENABLED + SEPARATOR + state;
                }, now));
    }

    /** Empty where there is no such account. */
    public Optional<Written> lock(String account, boolean locked, Instant now) {
        return account(account)
                .map(one -> write(ACCOUNTS, account,
                        one.grants() + SEPARATOR + one.authentication() + SEPARATOR + locked, now));
    }

    private Written write(String table, String name, String value, Instant now) {
        return server.write(dev.lifeboat.simulator.model.Account.ADMIN, now,
                server.rows().upsert(table, Hash.of(name), name + SEPARATOR + value));
    }
}
