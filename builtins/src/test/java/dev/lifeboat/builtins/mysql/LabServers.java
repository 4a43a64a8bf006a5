package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.jdbc.JdbcConnections;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.KeptConnections;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real servers for the contract, started once and made well again before each test. */
public final class LabServers implements GivenServers, AutoCloseable {
    private static final String SEMI_SYNC = "'semisync_source.so;semisync_replica.so'";
    private static final int TOO_MANY_CONNECTIONS = 1040;
    private final Clock clock = new SystemClock();
    private final MySqlLab lab;
    private final LabRepair repair;
    private final CutPort way;
    private KeptConnections kept = new KeptConnections();
    private final List<Connection> sessions = new ArrayList<>();

    private LabServers(MySqlLab lab) throws IOException {
        this.lab = lab;
        this.way = CutPort.to(lab.server("db3"));
        this.repair = new LabRepair(this, lab.server("db1"), List.of(lab.server("db2"), lab.server("db3")));
    }

    public static LabServers start(MySqlDistribution distribution) throws SQLException, IOException {
        ServerPlan db1 = ServerPlan.primary("db1");
        ServerPlan db2 = ServerPlan.replica("db2", "db1").with("replica_net_timeout", "4");
        ServerPlan db3 = ServerPlan.replica("db3", "db1");
        // What there is of 8.0 for tests comes without them.
        boolean plugins = !distribution.version().isBefore(8, 1, 0);
        return new LabServers(MySqlLab.start(distribution, Stream.of(db1, db2, db3)
                .map(plan -> plugins ? plan.with("plugin_load_add", SEMI_SYNC) : plan).toArray(ServerPlan[]::new)));
    }

    /** As each test finds them. */
    public LabServers well() throws SQLException, IOException {
        for (Connection session : sessions) {
            session.abort(Runnable::run);
        }
        sessions.clear();
        way.heal();
        repair.well();
        return this;
    }

    /** As new, whatever was done to them. */
    LabServers anew() throws SQLException, IOException {
        repair.rebuild();
        return well();
    }

    /** The servers themselves, for what no port does. */
    public MySqlLab lab() {
        return lab;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public MySqlServer server(String name) {
        Optional<Address> admin = name.equals("db1")
                ? Optional.of(local(lab.server(name).adminPort()))
                : Optional.empty();
        JdbcLogin replication = login("db1", LabAccounts.REPLICATION, LabAccounts.REPLICATION_PASSWORD);
        return new JdbcMySqlServer(lifeboat(name), admin, account -> replication, clock, IdentityGuard.NONE, kept);
    }

    public JdbcLogin lifeboat(String name) {
        return login(name, LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD);
    }

    private JdbcLogin login(String name, String user, String password) {
        int port = name.equals("db3") ? way.port() : lab.server(name).port();
        return new JdbcLogin(name, local(port), user, () -> password, Tls.PREFER);
    }

    private static Address local(int port) {
        return new Address("127.0.0.1", port);
    }

    @Override
    public SourceSettings source(String name) {
        return new SourceSettings("127.0.0.1", lab.server(name).port(), "replication");
    }

    @Override
    public int order(String server) {
        try (Connection application = application(server); var statement = application.createStatement()) {
            statement.execute("INSERT INTO shop.orders (id, note)"
                    + " SELECT COALESCE(MAX(id), 0) + 1, 'an order' FROM shop.orders AS all_orders");
            return 0;
        } catch (SQLException refused) {
            return refused.getErrorCode();
        }
    }

    private Connection application(String server) throws SQLException {
        return JdbcConnections.open(login(server, LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD),
                Duration.ofSeconds(10));
    }

    @Override
    public void openSession(String server) {
        try {
            sessions.add(application(server));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void openTransaction(String server) {
        inSession(server, "BEGIN", "INSERT INTO shop.orders (id, note) VALUES (1000000, 'not committed yet')");
    }

    @Override
    public int commit(String server) {
        try (var statement = sessions.getLast().createStatement()) {
            statement.execute("COMMIT");
            return 0;
        } catch (SQLException refused) {
            return refused.getErrorCode();
        }
    }

    @Override
    public void holdLock(String server) {
        inSession(server, "LOCK TABLES shop.orders WRITE");
    }

    private void inSession(String server, String... statements) {
        openSession(server);
        try (var statement = sessions.getLast().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void useUpConnections(String server) {
        // Who has one that was kept needs no new one.
        kept.close();
        kept = new KeptConnections();
        execute(server, "SET GLOBAL max_connections = 8");
        openUntilRefused(() -> application(server));
        openUntilRefused(lab.server(server)::connect);
    }

    private interface Opener {
        Connection open() throws SQLException;
    }

    /** Refused several times: a connection that was closed a moment ago leaves its place a moment later. */
    private void openUntilRefused(Opener opener) {
        for (int refusals = 0; refusals < 5;) {
            try {
                sessions.add(opener.open());
                refusals = 0;
            } catch (SQLException refused) {
                if (refused.getErrorCode() != TOO_MANY_CONNECTIONS) {
                    throw new IllegalStateException(refused);
                }
                refusals++;
                Await.pause(Duration.ofMillis(50));
            }
        }
    }

    @Override
    public int amend(String server) {
        try (Connection application = application(server); var statement = application.createStatement()) {
            statement.execute("UPDATE shop.orders SET note = CONCAT(note, ', amended') ORDER BY id LIMIT 1");
            return 0;
        } catch (SQLException refused) {
            return refused.getErrorCode();
        }
    }

    @Override
    public void lose(String server) {
        behindItsBack(server, "DELETE FROM shop.orders ORDER BY id LIMIT 1");
    }

    @Override
    public void giveFewRetries(String replica) {
        execute(replica, "STOP REPLICA IO_THREAD",
                "CHANGE REPLICATION SOURCE TO SOURCE_RETRY_COUNT = 2, SOURCE_CONNECT_RETRY = 1",
                "START REPLICA IO_THREAD");
    }

    @Override
    public void recoverRelayLogAtStart(String replica) {
        execute(replica, "SET PERSIST_ONLY relay_log_recovery = ON");
    }

    @Override
    public void spoil(String server) {
        behindItsBack(server, "UPDATE shop.orders SET note = 'not what was ordered' ORDER BY id LIMIT 1");
    }

    private void behindItsBack(String server, String change) {
        execute(server, "SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF", change,
                "SET GLOBAL super_read_only = ON");
        repair.rebuild();
    }

    @Override
    public void purge(String server) {
        repair.rebuild();
        execute(server, "FLUSH LOCAL BINARY LOGS");
        Await.until("the log is purged", Duration.ofSeconds(10), () -> {
            LabServer db = lab.server(server);
            var files = db.query("SHOW BINARY LOGS");
            db.execute("PURGE BINARY LOGS TO '" + files.getLast().get("Log_name") + "'");
            return db.query("SHOW BINARY LOGS").size() == 1;
        });
    }

    private void execute(String server, String... statements) {
        try {
            lab.server(server).execute(statements);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void kill(String server) {
        lab.server(server).kill();
    }

    @Override
    public void start(String server) {
        lab.server(server).start();
    }

    @Override
    public void freeze(String server) {
        lab.server(server).freeze();
    }

    @Override
    public void thaw(String server) {
        lab.server(server).thaw();
    }

    @Override
    public void cut() {
        try {
            way.cut();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void heal() {
        try {
            way.heal();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        kept.close();
        way.close();
        lab.close();
    }
}
