package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.EndpointPlan.Algorithm;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabBind;
import dev.lifeboat.builtins.lab.LoopbackWays;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The name {@code orders.lab.test} on a real BIND, as an inventory would have it; each part can be another one, for what goes wrong. */
record LabName(Address server, List<Address> resolvers, String zone, String key, String secret,
        SequencedMap<String, String> addresses, int port, Clock clock) {
    static final Duration TTL = Duration.ofSeconds(3);

    static LabName of(LabBind primary, LoopbackWays ways, Clock clock, LabBind... resolvers) {
        SequencedMap<String, String> addresses = new LinkedHashMap<>();
        addresses.put("db1", ways.address("db1"));
        addresses.put("db2", ways.address("db2"));
        return new LabName(at(primary), List.of(resolvers).stream().map(LabName::at).toList(), LabBind.ZONE,
                LabBind.KEY, primary.secret(LabBind.KEY), addresses, ways.port(), clock);
    }

    static Address at(LabBind bind) {
        return new Address("127.0.0.1", bind.port());
    }

    LabName server(Address other) {
        return new LabName(other, resolvers, zone, key, secret, addresses, port, clock);
    }

    LabName signed(String otherKey, String otherSecret) {
        return new LabName(server, resolvers, zone, otherKey, otherSecret, addresses, port, clock);
    }

    LabName zone(String other) {
        return new LabName(server, resolvers, other, key, secret, addresses, port, clock);
    }

    LabName addresses(SequencedMap<String, String> others) {
        return new LabName(server, resolvers, zone, key, secret, others, port, clock);
    }

    EndpointPlan.Dns plan() {
        return new EndpointPlan.Dns(server, resolvers, zone, "orders." + zone, TTL,
                new EndpointPlan.Key(key, Algorithm.HMAC_SHA256, new SecretSource.FromEnvironment("KEY")), addresses);
    }

    DnsEndpoint endpoint() {
        return new DnsEndpoint("orders", plan(), address -> new DnsServer("orders", address, clock), () -> secret,
                application(), clock);
    }

    /** By the name, which only the lab's own name servers know. */
    private JdbcLogin application() {
        return new JdbcLogin("orders", new Address("orders." + LabBind.ZONE, port), LabAccounts.APPLICATION,
                () -> LabAccounts.APPLICATION_PASSWORD, Tls.PREFER);
    }
}
