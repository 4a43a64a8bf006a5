package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.inventory.ApplicationPlan;
import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.mysql.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A cluster of three for decision tables: db1 is the primary, db2 and db3 follow it; each on a host of its own, and one endpoint leads to db1. */
public final class FakeEstate {
    public final FakeMySqlServer db1 = new FakeMySqlServer("db1").primary().has("db1", 100);
    public final FakeMySqlServer db2 = new FakeMySqlServer("db2").follows(db1).has("db1", 100);
    public final FakeMySqlServer db3 = new FakeMySqlServer("db3").follows(db1).has("db1", 100);
    public final FakeHost host1 = new FakeHost("host1");
    public final FakeEndpoint orders = new FakeEndpoint("orders-db", "db1");
    public final SequencedMap<String, Promote> policies = new LinkedHashMap<>();
    public final FakeCall call = new FakeCall().with(db1, db2, db3, host1, orders);
    /** Where those are that are not in site `main`. */
    public final SequencedMap<String, String> sites = new LinkedHashMap<>();
    /** Hosts of the call. */
    public final List<String> witnesses = new ArrayList<>();
    public boolean hasHosts = true;
    public boolean hasEndpoints = true;
    public boolean hasPower;

    public Inventory inventory() {
        SequencedMap<String, Inventory.Server> servers = new LinkedHashMap<>();
        for (String name : List.of("db1", "db2", "db3")) {
            servers.put(name, server(name));
        }
        SequencedMap<String, Inventory.Cluster> clusters = new LinkedHashMap<>();
        clusters.put("ecommerce",
                new Inventory.Cluster("db1", servers, new LinkedHashMap<>(), witnesses, "replication"));
        return new Inventory(Inventory.Environment.LAB, clusters, hosts(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                endpoints(), new LinkedHashMap<>(), new LinkedHashMap<>(), new Inventory.Approvals(true, true),
                Inventory.Escalation.USUAL, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                Optional.empty(), ApplicationPlan.NONE, new LinkedHashMap<>(), MetricsPlan.NONE, Optional.empty());
    }

    private Inventory.Server server(String name) {
        Optional<String> host = hasHosts && name.equals("db1") ? Optional.of("host1") : Optional.empty();
        return new Inventory.Server(new Address(name, 3306), Optional.empty(), sites.getOrDefault(name, "main"), "dba",
                host, policies.getOrDefault(name, Promote.NEUTRAL), Duration.ZERO, Optional.empty());
    }

    private SequencedMap<String, Inventory.Host> hosts() {
        Inventory.Service systemd = new Inventory.Service(Optional.of("mysqld"), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        SequencedMap<String, Inventory.Service> services = new LinkedHashMap<>();
        services.put("mysql", systemd);
        SequencedMap<String, Inventory.Host> hosts = new LinkedHashMap<>();
        hosts.put("host1", new Inventory.Host(Optional.empty(), services,
                hasPower ? Optional.of(new Inventory.Power("off", "on")) : Optional.empty()));
        return hosts;
    }

    private SequencedMap<String, Inventory.Endpoint> endpoints() {
        SequencedMap<String, Inventory.Endpoint> endpoints = new LinkedHashMap<>();
        if (hasEndpoints) {
            endpoints.put("orders-db", new Inventory.Endpoint(new EndpointPlan.File("x"), Optional.empty(),
                    Optional.empty(), new LinkedHashMap<>()));
        }
        return endpoints;
    }

    public Cluster cluster() {
        return Cluster.of("ecommerce", inventory().clusters().get("ecommerce"),
                name -> call.port(dev.lifeboat.builtins.mysql.MySqlServer.class, name),
                name -> call.port(dev.lifeboat.builtins.host.Host.class, name));
    }
}
