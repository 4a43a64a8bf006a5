package dev.lifeboat.builtins;

import dev.lifeboat.builtins.app.AppBuiltins;
import dev.lifeboat.builtins.app.AppInverses;
import dev.lifeboat.builtins.app.LifeboatHooks;
import dev.lifeboat.builtins.backup.BackupBuiltins;
import dev.lifeboat.builtins.backup.BackupInverses;
import dev.lifeboat.builtins.backup.LogBuiltins;
import dev.lifeboat.builtins.backup.RestoreBuiltins;
import dev.lifeboat.builtins.endpoint.ClusterEndpoints;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.EndpointBuiltins;
import dev.lifeboat.builtins.endpoint.EndpointInverses;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.HostBuiltins;
import dev.lifeboat.builtins.host.HostInverses;
import dev.lifeboat.builtins.host.MachineBuiltins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.metrics.MetricsBuiltins;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.catalog.CatalogInverses;
import dev.lifeboat.builtins.mysql.catalog.MySqlCatalog;
import dev.lifeboat.builtins.mysql.data.MySqlFreeSql;
import dev.lifeboat.builtins.mysql.data.MySqlHistory;
import dev.lifeboat.builtins.mysql.data.MySqlRepairs;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.builtins.mysql.failover.MySqlInverses;
import dev.lifeboat.builtins.mysql.failover.MySqlObservations;
import dev.lifeboat.builtins.mysql.fence.HostPower;
import dev.lifeboat.builtins.mysql.instance.MySqlInstances;
import dev.lifeboat.builtins.mysql.replication.MySqlReplication;
import dev.lifeboat.builtins.mysql.replication.MySqlReplicationInverses;
import dev.lifeboat.builtins.mysql.switchover.MySqlTopology;
import dev.lifeboat.builtins.mysql.switchover.TopologyInverses;
import dev.lifeboat.builtins.site.SiteBuiltins;
import dev.lifeboat.builtins.site.SiteInverses;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.builtins.store.StoreBuiltins;
import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.builtin.Registry;
import java.util.List;
import java.util.stream.Stream;

/** All words that a runbook has. The one list of the classes that hold them. */
public final class Builtins {
    private Builtins() {}

    /** @param inventory what the words know of the estate; a check without one takes {@link Inventory#EMPTY} */
    public static Registry registry(Inventory inventory) {
        JavaTypes types = types();
        return Registry.of(types, Stream
                .of(ofServers(inventory), ofSurroundings(inventory), ofBackups(inventory), ofTheRun(inventory))
                .flatMap(List::stream).toList(), ImplicitNames.types(types, inventory));
    }

    private static List<Object> ofServers(Inventory inventory) {
        return List.of(new MySqlObservations(inventory), new MySqlChanges(inventory), new MySqlInverses(inventory),
                new MySqlFreeSql(), new MySqlCatalog(inventory), new CatalogInverses(), new MySqlHistory(inventory),
                new MySqlInstances(inventory), new MySqlTopology(inventory), new TopologyInverses(inventory),
                new MySqlReplication(), new MySqlReplicationInverses(), new MySqlRepairs());
    }

    private static List<Object> ofSurroundings(Inventory inventory) {
        return List.of(new EndpointBuiltins(), new ClusterEndpoints(inventory), new EndpointInverses(),
                new HostBuiltins(), new HostInverses(),
                new MachineBuiltins(), new HostPower(inventory), new AppBuiltins(inventory), new AppInverses(),
                new SiteBuiltins(inventory), new SiteInverses(inventory), new MetricsBuiltins(inventory));
    }

    private static List<Object> ofBackups(Inventory inventory) {
        return List.of(new BackupBuiltins(inventory), new LogBuiltins(inventory), new RestoreBuiltins(inventory),
                new BackupInverses(), new StoreBuiltins());
    }

    private static List<Object> ofTheRun(Inventory inventory) {
        return List.of(new PureFunctions(), new LifeboatHooks(inventory));
    }

    private static JavaTypes types() {
        return new JavaTypes()
                .handle("server", MySqlServer.class, (call, name) -> call.port(MySqlServer.class, name),
                        MySqlServer::name)
                .handle("host", Host.class, (call, name) -> call.port(Host.class, name), Host::name)
                .handle("endpoint", Endpoint.class, (call, name) -> call.port(Endpoint.class, name), Endpoint::name)
                .handle("store", Store.class, (call, name) -> call.port(Store.class, name), Store::name)
                .text("gtids", GtidSet.class, GtidSet::parse).text("ident", Identifier.class, Identifier::new);
    }
}
