package dev.lifeboat.builtins.endpoint;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;

/** Which ways there are to a cluster. */
@Namespace(value = "endpoint", doc = "The ways by which the application reaches the server that takes its writes.")
public final class ClusterEndpoints {
    private final Inventory inventory;

    public ClusterEndpoints(Inventory inventory) {
        this.inventory = inventory;
    }

    @Builtin(effect = OBSERVES,
            doc = "All endpoints that may lead to a server of the cluster: a proxy, a name in DNS, and whatever else the inventory has.",
            example = "let ways = endpoint.of(cluster)")
    public List<Endpoint> of(Call call, @Doc("The cluster.") Cluster cluster) {
        return inventory.endpoints().sequencedKeySet().stream()
                .filter(name -> inventory.clusterOfEndpoint(name).filter(own -> !own.equals(cluster.name())).isEmpty())
                .map(name -> call.port(Endpoint.class, name)).toList();
    }
}
