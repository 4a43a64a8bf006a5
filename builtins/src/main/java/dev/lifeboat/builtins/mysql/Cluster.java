package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.function.Function;

/** A cluster as the inventory has it, with its servers as ports: what a runbook calls {@code cluster}. */
@Doc("The cluster that the run is about, as the inventory has it.")
public record Cluster(
        @Doc("Its name in the inventory.") String name,
        @Doc("The server that was the primary when the run began; it stays this server through a promotion.") MySqlServer primary,
        @Doc("All servers but the primary, the delayed ones too.") List<MySqlServer> replicas,
        @Doc("All servers, the primary first.") List<MySqlServer> servers,
        @Doc("Machines that can become servers.") List<MySqlServer> spares,
        @Doc("Replicas that are behind on purpose.") List<MySqlServer> delayed,
        @Doc("Hosts that look on from elsewhere.") List<Host> witnesses,
        @Doc("Its sites by their names: `cluster.sites.dr` is a `site`.") Value sites,
        @Doc("The site that the primary is in.") Site primarySite) {

    /**
     * @param server finds a server's port by its name
     * @param host   finds a host's
     */
    public static Cluster of(String name, Inventory.Cluster cluster, Function<String, MySqlServer> server,
            Function<String, Host> host) {
        return new Cluster(name, server.apply(cluster.primary()), all(cluster.replicas(), server),
                all(cluster.primaryFirst(), server), all(List.copyOf(cluster.spares().sequencedKeySet()), server),
                all(cluster.delayed(), server), all(cluster.witnesses(), host), Sites.of(cluster),
                primarySite(cluster, server));
    }

    private static Site primarySite(Inventory.Cluster cluster, Function<String, MySqlServer> server) {
        String name = cluster.servers().get(cluster.primary()).site();
        return new Site(name, all(Sites.servers(cluster, name), server));
    }

    private static <P> List<P> all(List<String> names, Function<String, P> find) {
        return names.stream().map(find).toList();
    }
}
