package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The inventory as the words of MySQL need it: which cluster a server belongs to, on which host it runs, which endpoints may lead to it. */
public record Landscape(Inventory inventory) {
    /** What the service of MySQL is called on every host of the inventory. */
    public static final String SERVICE = "mysql";

    public Inventory.Server server(String name) {
        return inventory.clusters().values().stream().flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .filter(servers -> servers.containsKey(name)).map(servers -> servers.get(name)).findFirst()
                .orElseThrow(() -> Failure.of("The inventory has no server `" + name + "`."));
    }

    public Promote policy(String server) {
        return server(server).promote();
    }

    /** How long after a failover another one needs somebody who says so. */
    public Duration failoverAgainAfter(String server) {
        return inventory.clusters().values().stream().filter(cluster -> cluster.servers().containsKey(server))
                .map(Inventory.Cluster::failoverAgainAfter).findFirst().orElse(Inventory.Cluster.AGAIN_AFTER);
    }

    /** Where a server is. */
    public String site(String server) {
        return server(server).site();
    }

    public boolean hasAdminPort(String server) {
        return server(server).admin().isPresent();
    }

    /** The cluster that a server belongs to, with its servers as ports of this call. */
    public Cluster clusterOf(Call call, String server) {
        return inventory.clusters().entrySet().stream()
                .filter(cluster -> cluster.getValue().servers().containsKey(server))
                .findFirst().map(cluster -> cluster(call, cluster))
                .orElseThrow(() -> Failure.of("`" + server + "` is a server of no cluster of the inventory.")
                        .hint("Only a server under `servers:` of a cluster can be promoted or follow another."));
    }

    private static Cluster cluster(Call call, Map.Entry<String, Inventory.Cluster> entry) {
        Inventory.Cluster cluster = entry.getValue();
        return Cluster.of(entry.getKey(), cluster, name -> call.port(MySqlServer.class, name),
                name -> call.port(Host.class, name));
    }

    /** All other servers of the cluster that this server, or this spare, belongs to. */
    public List<MySqlServer> neighbours(Call call, String server) {
        return inventory.clusters().values().stream()
                .filter(cluster -> cluster.servers().containsKey(server) || cluster.spares().containsKey(server))
                .flatMap(cluster -> cluster.primaryFirst().stream()).filter(other -> !other.equals(server))
                .map(other -> call.port(MySqlServer.class, other)).toList();
    }

    /** A spare onto which a backup was restored is opened as well. @throws Failure where another server of the cluster takes writes */
    public void refuseSecondPrimary(Call call, String server) {
        for (MySqlServer other : neighbours(call, server)) {
            if (Observed.of(other).writable()) {
                throw Failure
                        .of("`" + server + "` was not opened: `" + other.name()
                                + "` takes writes, and there would be two primaries.")
                        .hint("Fence `" + other.name() + "` first, if `" + server + "` is to be the primary.");
            }
        }
    }

    public boolean isPrimary(String server) {
        return inventory.clusters().values().stream().anyMatch(cluster -> cluster.primary().equals(server));
    }

    /** How to follow this server, with the account that its cluster replicates by. */
    public SourceSettings following(String source) {
        Inventory.Address address = server(source).address();
        String login = inventory.clusters().values().stream()
                .filter(cluster -> cluster.servers().containsKey(source) || cluster.spares().containsKey(source))
                .map(Inventory.Cluster::replicationLogin).findFirst().orElse("replication");
        return new SourceSettings(address.host(), address.port(), login);
    }

    /** The host that a server runs on, where the inventory says how its service is handled. */
    public Optional<Host> host(Call call, String server) {
        return server(server).host().filter(host -> inventory.hosts().get(host).services().containsKey(SERVICE))
                .map(host -> call.port(Host.class, host));
    }

    /** Why {@link #host} is empty, for people. */
    public String noHost(String server) {
        return server(server).host()
                .map(host -> "the inventory has no service `" + SERVICE + "` on its host `" + host + "`")
                .orElse("the inventory names no host for it");
    }

    public boolean canDisableAutostart(String server) {
        return server(server).host().map(host -> inventory.hosts().get(host).services().get(SERVICE))
                .flatMap(Inventory.Service::disable).isPresent();
    }

    public boolean hasPowerSwitch(String server) {
        return server(server).host().map(inventory.hosts()::get).flatMap(Inventory.Host::power).isPresent();
    }

    /** The host that a server runs on, to switch its power. */
    public Host machine(Call call, String server) {
        return call.port(Host.class, server(server).host().orElseThrow());
    }

    public List<Endpoint> endpoints(Call call) {
        return names(inventory.endpoints()).stream().map(name -> call.port(Endpoint.class, name)).toList();
    }

    private static Collection<String> names(SequencedMap<String, ?> map) {
        return map.sequencedKeySet();
    }
}
