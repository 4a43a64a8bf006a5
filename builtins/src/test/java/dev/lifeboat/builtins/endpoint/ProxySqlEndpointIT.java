package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.MockProxySql;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcConnections;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a mock of ProxySQL's admin interface, since no real one can be had ({@link MockProxySql}); the servers behind it are real. */
class ProxySqlEndpointIT extends ProxyContract implements GivenEndpoint {
    private static LabDatabases databases;
    private static MockProxySql proxy;
    private final List<Connection> sessions = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        databases = LabDatabases.start();
        proxy = MockProxySql.leadingTo(databases.lab.server("db1"));
    }

    @AfterAll
    static void end() {
        if (databases != null) {
            databases.close();
        }
        if (proxy != null) {
            proxy.close();
        }
    }

    @BeforeEach
    void makeWell() {
        databases.makeWell();
        proxy.fillDisk(false);
        endpoint().restore(List.of("db1"));
    }

    @Override
    public GivenEndpoint given() {
        return this;
    }

    @Override
    public Clock clock() {
        return databases.clock;
    }

    @Override
    public Endpoint endpoint() {
        return at(proxy.adminPort(), MockProxySql.PASSWORD);
    }

    private static Endpoint at(int adminPort, String password) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        List.of("db1", "db2").forEach(name -> names.put(name, databases.lab.server(name).address()));
        JdbcLogin admin = new JdbcLogin("orders", new Address("127.0.0.1", adminPort), MockProxySql.ADMIN,
                () -> password, Tls.OFF);
        return new ProxySqlEndpoint("orders", new ProxySqlAdmin("orders", admin, databases.clock),
                MockProxySql.WRITERS, new ServerNames(names, Map.of()), application(), databases.clock);
    }

    private static JdbcLogin application() {
        return new JdbcLogin("orders", new Address("127.0.0.1", proxy.port()), LabAccounts.APPLICATION,
                () -> LabAccounts.APPLICATION_PASSWORD, Tls.PREFER);
    }

    @Override
    public MySqlServer server(String name) {
        return databases.server(name);
    }

    @Override
    public void kill(String server) {
        databases.lab.server(server).kill();
    }

    @Override
    public void freeze(String server) {
        databases.lab.server(server).freeze();
    }

    @Override
    public void openSession() {
        try {
            sessions.add(JdbcConnections.open(application(), Duration.ofSeconds(5)));
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    @Test
    void aSwitchOutlastsARestartAndLeavesNoSecondWriter() {
        endpoint().switchTo("db2");

        assertThat(proxy.onDisk()).containsExactlyInAnyOrder(
                "10 " + databases.lab.server("db1").address() + " OFFLINE_HARD",
                "10 " + databases.lab.server("db2").address() + " ONLINE");
    }

    @Test
    void aWriterThatTheMonitorAddsIsSeenAndTakenOut() {
        proxy.monitorAdds(databases.lab.server("db2"));
        assertThat(endpoint().targets()).containsExactly("db1", "db2");
        endpoint().switchTo("db1");

        assertThat(endpoint().targets()).containsExactly("db1");
    }

    @Test
    void eachFaultIsTold() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            ToldFaults faults = new ToldFaults().naming("127.0.0.1:" + proxy.adminPort(), "proxy:6032")
                    .naming("127.0.0.1:" + silent.getLocalPort(), "silent:6032").naming("127.0.0.1:1", "nobody:6032");
            faults.of("nothing listens on the admin port", () -> at(1, MockProxySql.PASSWORD).targets());
            faults.of("the admin port does not answer",
                    () -> at(silent.getLocalPort(), MockProxySql.PASSWORD).switchTo("db2"));
            faults.of("the password is wrong", () -> at(proxy.adminPort(), "guessed").switchTo("db2"));
            proxy.fillDisk(true);
            faults.of("what was changed can't be saved", () -> endpoint().switchTo("db2"));
            proxy.fillDisk(false);
            faults.compare("proxysql.faults");
        }
    }
}
