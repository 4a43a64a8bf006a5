package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.fakes.FakeEndpoint;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ClusterEndpointsTest {
    private final FakeEstate estate = new FakeEstate();

    @Test
    void thoseThatNameNoServerOrOneOfTheClusterLeadToIt() {
        Inventory inventory = estate.inventory();
        inventory.endpoints().put("orders-name", leadingTo("db2"));
        inventory.endpoints().put("stock-db", leadingTo("stock1"));
        FakeEndpoint name = new FakeEndpoint("orders-name", "db2");
        inventory.clusters().put("stock", stock());

        assertThat(new ClusterEndpoints(inventory).of(estate.call.with(name), estate.cluster()))
                .containsExactly(estate.orders, name);
    }

    private static Inventory.Endpoint leadingTo(String server) {
        SequencedMap<String, String> servers = new LinkedHashMap<>();
        servers.put(server, server);
        return new Inventory.Endpoint(new EndpointPlan.File("x"), Optional.empty(), Optional.empty(), servers);
    }

    private Inventory.Cluster stock() {
        SequencedMap<String, Inventory.Server> servers = new LinkedHashMap<>();
        servers.put("stock1", estate.inventory().clusters().get("ecommerce").servers().get("db1"));
        return new Inventory.Cluster("stock1", servers, new LinkedHashMap<>(), List.of(), "replication");
    }
}
