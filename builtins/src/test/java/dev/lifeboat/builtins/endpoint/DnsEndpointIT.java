package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.builtins.endpoint.Endpoint.View;
import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.lab.LabBind;
import dev.lifeboat.builtins.lab.LoopbackWays;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name on a real BIND, with a real resolver between. */
class DnsEndpointIT extends EndpointContract implements GivenEndpoint {
    private static LabDatabases databases;
    private static LoopbackWays ways;
    private static LabBind primary;
    private static LabBind resolver;

    @BeforeAll
    static void start() throws Exception {
        databases = LabDatabases.start();
        ways = LoopbackWays.to(databases.lab.server("db1"), databases.lab.server("db2"));
        primary = LabBind.primary(databases.lab, List.of("orders 3 A " + ways.address("db1")));
        resolver = LabBind.resolver(databases.lab, primary);
    }

    @AfterAll
    static void end() {
        if (databases != null) {
            databases.close();
        }
        if (ways != null) {
            ways.close();
        }
    }

    @BeforeEach
    void makeWell() {
        databases.makeWell();
        endpoint().restore(List.of("db1"));
    }

    private static LabName name(LabBind... resolvers) {
        return LabName.of(primary, ways, databases.clock, resolvers);
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
        return name().endpoint();
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
        throw new UnsupportedOperationException("Sessions do not go through a name.");
    }

    @Test
    void aResolverSaysTheOldAddressAsLongAsItMay() {
        Endpoint endpoint = name(resolver).endpoint();
        Eventually.holds(clock(), "the resolver says db1", () -> seen(endpoint).targets().equals(List.of("db1")));
        endpoint.switchTo("db2");

        assertThat(endpoint.targets()).containsExactly("db2");
        assertThat(seen(endpoint).targets()).containsExactly("db1");
        assertThat(seen(endpoint).kept()).isBetween(Duration.ZERO, LabName.TTL);
        Eventually.holds(clock(), "the resolver says db2", () -> seen(endpoint).targets().equals(List.of("db2")));
    }

    @Test
    void aSwitchWaitsUntilNobodyHasTheOldAddressAndEndsWhatIsOpenThere() throws Exception {
        given().server("db2").setReadOnly(ReadOnly.WRITABLE);
        Endpoint endpoint = name(resolver).endpoint();
        Eventually.holds(clock(), "the resolver says db1", () -> seen(endpoint).targets().equals(List.of("db1")));
        FakeCall call = new FakeCall().lasting(clock()).with(server("db1"), server("db2"), endpoint);
        try (var session = databases.session("db1")) {
            new EndpointBuiltins().switchTo(call, endpoint, server("db2"));

            assertThat(seen(endpoint).targets()).containsExactly("db2");
            assertThat(call.inverses).containsExactly("endpoint.restore[[db1]]");
            assertThat(call.done).contains("orders: a write through it was taken by db2",
                    "db1: what was still open there: ended 1 session");
            assertThat(session.isValid(1)).isFalse();
        }
    }

    @Test
    void aWriteGoesWhereTheApplicationsResolverSays() {
        given().server("db2").setReadOnly(ReadOnly.WRITABLE);
        Endpoint endpoint = name(resolver).endpoint();
        Eventually.holds(clock(), "the resolver says db1", () -> seen(endpoint).targets().equals(List.of("db1")));
        endpoint.switchTo("db2");

        assertThat(endpoint.probeWrite(Duration.ofSeconds(2)).serverUuid())
                .contains(server("db1").state().identity().uuid());
        Eventually.holds(clock(), "the write gets to db2", () -> endpoint.probeWrite(Duration.ofSeconds(2)).serverUuid()
                .equals(java.util.Optional.of(server("db2").state().identity().uuid())));
    }

    @Test
    void anIpv6AddressAndANameLeadAsWell() {
        var addresses = new LinkedHashMap<>(name().addresses());
        addresses.put("db3", "2001:db8::3");
        addresses.put("db4", "ns." + LabBind.ZONE + ".");
        Endpoint endpoint = name().addresses(addresses).endpoint();
        for (String server : List.of("db3", "db4", "db3", "db1")) {
            endpoint.switchTo(server);
            assertThat(endpoint.targets()).containsExactly(server);
        }
        endpoint.restore(List.of("db1", "db3"));
        assertThat(endpoint.targets()).containsExactly("db1", "db3");
    }

    private static View seen(Endpoint endpoint) {
        return endpoint.views().getLast();
    }
}
