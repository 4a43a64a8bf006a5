package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.jdbc.JdbcConnections;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** A primary {@code db1} and its replica {@code db2} for the tests of endpoints, prepared as {@code lifeboat prepare} does, the application's grants included. */
final class LabDatabases implements AutoCloseable {
    final Clock clock = new SystemClock();
    final MySqlLab lab;

    private LabDatabases(MySqlLab lab) {
        this.lab = lab;
    }

    static LabDatabases start() throws SQLException {
        LabDatabases databases = new LabDatabases(
                MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1")));
        LabServer db1 = databases.lab.server("db1");
        Preparation.prepare(new JdbcSession(databases.login(db1, LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD),
                databases.clock));
        db1.execute(Preparation.applicationGrants(LabAccounts.APPLICATION).toArray(String[]::new));
        databases.lab.server("db2").replica().awaitAppliedFrom(db1);
        return databases;
    }

    void makeWell() {
        for (LabServer server : lab.servers()) {
            server.thaw();
            server.start();
        }
        server("db1").killSessions();
        server("db1").setReadOnly(ReadOnly.WRITABLE);
        server("db2").setReadOnly(ReadOnly.REPLICA);
    }

    MySqlServer server(String name) {
        JdbcLogin login = login(lab.server(name), LabAccounts.LIFEBOAT, LabAccounts.LIFEBOAT_PASSWORD);
        return new JdbcMySqlServer(login, Optional.empty(), account -> login, clock, IdentityGuard.NONE);
    }

    /** The application's way to a server; empty where there is no such server. */
    Optional<JdbcLogin> application(String name) {
        return lab.servers().stream().filter(server -> server.name().equals(name)).findFirst()
                .map(server -> login(server, LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD));
    }

    /** A session of the application's, right at a server. */
    Connection session(String name) throws SQLException {
        return JdbcConnections.open(application(name).orElseThrow(), Duration.ofSeconds(5));
    }

    private JdbcLogin login(LabServer server, String user, String password) {
        return new JdbcLogin(server.name(), new Address("127.0.0.1", server.port()), user, () -> password, Tls.PREFER);
    }

    @Override
    public void close() {
        lab.close();
    }
}
