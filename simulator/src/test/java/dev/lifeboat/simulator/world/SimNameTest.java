package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.EndpointContract;
import dev.lifeboat.builtins.endpoint.GivenEndpoint;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A simulated name in DNS does what one on a real name server does, and its resolvers and clients keep what they heard (fault 23). */
class SimNameTest extends EndpointContract implements GivenEndpoint {
    private static final String ESTATE = """
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1:3306", login: dba}
                  db2: {address: "db2:3306", login: dba}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            endpoints:
              orders:
                kind: dns
                server: ns1.example.net
                %s
                zone: example.net
                name: orders.example.net
                ttl: 30s
                key: {name: lifeboat, secret: {env: KEY}}
                addresses: {db1: 10.0.0.1, db2: 10.0.0.2}
                address: orders.example.net:3306
                login: dba
            """;
    private final Simulation simulation = Stories.simulation(ESTATE.formatted(""), "start_run: 5s");

    @Override
    public GivenEndpoint given() {
        return this;
    }

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public Endpoint endpoint() {
        return orders(simulation);
    }

    private static Endpoint orders(Simulation simulation) {
        return simulation.ports().find(Endpoint.class, "orders").orElseThrow();
    }

    @Override
    public MySqlServer server(String name) {
        return Stories.server(simulation, name);
    }

    @Override
    public void kill(String server) {
        simulation.model().change(() -> simulation.model().server(server).orElseThrow().stop());
    }

    @Override
    public void freeze(String server) {
        simulation.model().change(() -> simulation.model().server(server).orElseThrow().hang());
    }

    @Override
    public void openSession() {
        throw new UnsupportedOperationException("Sessions do not go through a name.");
    }

    @Test
    void aResolverSaysTheOldAddressAsLongAsItMay() {
        Simulation told = Stories.simulation(ESTATE.formatted("resolvers: 10.0.0.53"), "start_run: 5s");
        assertThat(orders(told).views().getLast().targets()).containsExactly("db1");
        Stories.server(told, "db2").setReadOnly(ReadOnly.WRITABLE);
        orders(told).switchTo("db2");

        assertThat(orders(told).targets()).containsExactly("db2");
        assertThat(orders(told).views().getLast().targets()).containsExactly("db1");
        assertThat(orders(told).views().getLast().kept()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
        assertThat(writer(told)).contains(Stories.server(told, "db1").state().identity().uuid());
        told.clock().sleep(Duration.ofSeconds(31));
        assertThat(orders(told).views().getLast().targets()).containsExactly("db2");
        assertThat(writer(told)).contains(Stories.server(told, "db2").state().identity().uuid());
    }

    private static Optional<String> writer(Simulation simulation) {
        return orders(simulation).probeWrite(Duration.ofSeconds(2)).serverUuid();
    }

    @Test
    void anApplicationThatKeepsAddressesGoesToTheOldServerAlthoughAllAgree() {
        Simulation told = Stories.simulation(ESTATE.formatted("resolvers: 10.0.0.53"),
                "start_run: 5s\napplication: {endpoint: orders, writes_per_second: 10, keeps_addresses: 5m}");
        told.clock().sleep(Duration.ofSeconds(10));
        Stories.server(told, "db1").setReadOnly(ReadOnly.FENCED);
        Stories.server(told, "db2").setReadOnly(ReadOnly.WRITABLE);
        orders(told).switchTo("db2");
        told.clock().sleep(Duration.ofMinutes(1));

        assertThat(writer(told)).contains(Stories.server(told, "db2").state().identity().uuid());
        assertThat(refusals(told)).as("the application still writes to db1").isPositive();
        told.clock().sleep(Duration.ofMinutes(5));
        long refused = refusals(told);
        told.clock().sleep(Duration.ofMinutes(1));
        assertThat(refusals(told)).as("it has asked again").isEqualTo(refused);
    }

    private static long refusals(Simulation simulation) {
        simulation.model().catchUp();
        return simulation.model().applications().getFirst().refusals();
    }
}
