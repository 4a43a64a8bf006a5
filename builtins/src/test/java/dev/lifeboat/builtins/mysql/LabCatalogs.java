package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.jdbc.JdbcConnections;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcServerCatalog;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.KeptConnections;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real servers for the contract, started once and made well again before each test. */
public final class LabCatalogs implements GivenCatalogs, AutoCloseable {
    private static final Map<String, String> PASSWORDS = Map.of(LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD,
            LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD, LabAccounts.REPLICATION,
            LabAccounts.REPLICATION_PASSWORD);
    private static final Map<String, String> LOGINS = Map.of("app", LabAccounts.APPLICATION, "replication",
            LabAccounts.REPLICATION);
    private final Clock clock = new SystemClock();
    private final KeptConnections kept = new KeptConnections();
    private final MySqlLab lab;
    private final List<Connection> sessions = new ArrayList<>();
    private boolean accountIsGone;

    private LabCatalogs(MySqlLab lab) {
        this.lab = lab;
    }

    public static LabCatalogs start(MySqlDistribution distribution) throws SQLException {
        MySqlLab lab = MySqlLab.start(distribution, ServerPlan.primary("db1"),
                ServerPlan.replica("db2", "db1").with("replica_net_timeout", "4"));
        LabCatalogs catalogs = new LabCatalogs(lab);
        Preparation.prepare(new JdbcSession(catalogs.login("db1", LabAccounts.LIFEBOAT), catalogs.clock));
        lab.server("db1").execute("""
                CREATE FUNCTION shop.open_orders() RETURNS INT READS SQL DATA RETURN (SELECT COUNT(*) FROM shop.orders)
                """, "CREATE VIEW shop.recent AS SELECT id FROM shop.orders", """
                CREATE TRIGGER shop.noted BEFORE INSERT ON shop.orders FOR EACH ROW SET NEW.note = TRIM(NEW.note)
                """,
                "CREATE DEFINER = app EVENT shop.close_day ON SCHEDULE EVERY 1 DAY DO DELETE FROM shop.orders WHERE id < 0",
                """
                        CREATE DEFINER = app EVENT shop.delete_old_orders ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM shop.orders
                        """);
        return catalogs;
    }

    /** As each test finds them. */
    public LabCatalogs well() throws SQLException {
        for (Connection session : sessions) {
            session.abort(Runnable::run);
        }
        sessions.clear();
        if (accountIsGone) {
            lab.server("db2").execute("SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF",
                    "RENAME USER somebody_else TO app");
            // The option file alone says that it is read-only, so that it can be told.
            lab.server("db2").stop();
            lab.server("db2").start();
            accountIsGone = false;
        }
        db1().execute("SET GLOBAL event_scheduler = ON", "ALTER USER app ACCOUNT UNLOCK",
                "ALTER DEFINER = app EVENT shop.close_day ENABLE",
                "ALTER DEFINER = app EVENT shop.delete_old_orders DISABLE", "DELETE FROM lifeboat.record");
        lab.server("db2").replica().awaitAppliedFrom(db1());
        return this;
    }

    private LabServer db1() {
        return lab.server("db1");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public ServerCatalog catalog(String server) {
        return new JdbcServerCatalog(login(server, LabAccounts.LIFEBOAT), Optional.empty(),
                account -> login(server, LOGINS.get(account)), clock, IdentityGuard.NONE, kept);
    }

    private JdbcLogin login(String server, String user) {
        return new JdbcLogin(server, new Address("127.0.0.1", lab.server(server).port()), user,
                () -> PASSWORDS.get(user), Tls.PREFER);
    }

    @Override
    public String application() {
        return LabAccounts.APPLICATION;
    }

    @Override
    public void dropAccount(String server, String user) {
        try {
            accountIsGone = true;
            lab.server(server).execute("SET SESSION sql_log_bin = OFF", "SET GLOBAL super_read_only = OFF",
                    "RENAME USER " + user + " TO somebody_else", "SET GLOBAL super_read_only = ON");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void openSession(String server, String user) {
        try {
            sessions.add(JdbcConnections.open(login(server, user), Duration.ofSeconds(10)));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        kept.close();
        lab.close();
    }
}
