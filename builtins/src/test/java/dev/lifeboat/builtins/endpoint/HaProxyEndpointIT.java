package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabHaProxy;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcConnections;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaProxyEndpointIT extends ProxyContract implements GivenEndpoint {
    private static LabDatabases databases;
    private static LabHaProxy proxy;
    private final List<Connection> sessions = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        databases = LabDatabases.start();
        proxy = LabHaProxy.start(databases.lab, databases.lab.server("db1"), databases.lab.server("db2"));
    }

    @AfterAll
    static void end() {
        if (databases != null) {
            databases.close();
        }
    }

    @BeforeEach
    void makeWell() {
        databases.makeWell();
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
        return at(proxy.socket(), proxy.backend(), Map.of());
    }

    private static Endpoint at(Path socket, String backend, Map<String, String> names) {
        return new HaProxyEndpoint("orders", socket, backend, names, application(), databases.clock);
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
    void namesOfTheProxyAreTranslated() {
        Endpoint endpoint = at(proxy.socket(), proxy.backend(), Map.of("first", "db1", "second", "db2"));
        assertThat(endpoint.targets()).containsExactly("first");
        endpoint.switchTo("second");
        assertThat(endpoint().targets()).containsExactly("db2");
        endpoint.remove("second");
        assertThat(endpoint.targets()).isEmpty();
    }

    @Test
    void aSocketThatIsNotThereIsNamed() {
        Failure failure = failure(at(Path.of("/nowhere/admin.sock"), "orders", Map.of()));

        assertThat(failure).hasMessageContaining("`/nowhere/admin.sock`").hasMessageContaining("no such file");
        assertThat(failure.hint()).contains("whether HAProxy runs");
    }

    @Test
    void aBackendThatIsNotThereIsNamed() {
        Failure failure = failure(at(proxy.socket(), "shop", Map.of()));

        assertThat(failure).hasMessageContaining("no backend `shop`");
        assertThat(failure.hint()).contains("`backend:`");
    }

    private static Failure failure(Endpoint endpoint) {
        Failure failure = catchThrowableOfType(Failure.class, endpoint::targets);
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(catchThrowableOfType(Failure.class, () -> endpoint.switchTo("db2")).outcome())
                .isEqualTo(Failure.Outcome.NOT_DONE);
        return failure;
    }
}
