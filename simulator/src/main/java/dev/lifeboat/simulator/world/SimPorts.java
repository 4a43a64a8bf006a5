package dev.lifeboat.simulator.world;

import static java.util.Map.entry;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.store.ObjectsOfStore;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The simulated world behind the builtins. */
final class SimPorts implements Ports {
    private final SimWorld world;
    private final Map<Class<?>, Function<String, Optional<?>>> finders = finders();
    private final Consumer<String> progress;
    private IdentityGuard guard;

    SimPorts(SimWorld world) {
        this(world, IdentityGuard.NONE, silent -> {});
    }

    private SimPorts(SimWorld world, IdentityGuard guard, Consumer<String> progress) {
        this.world = world;
        this.guard = guard;
        this.progress = progress;
    }

    private Map<Class<?>, Function<String, Optional<?>>> finders() {
        return Map.ofEntries(entry(MySqlServer.class, this::server), entry(ServerCatalog.class, this::catalog),
                entry(BinaryLogs.class, this::binaryLogs), entry(Instance.class, this::instance),
                entry(ServerMetrics.class, this::serverMetrics), entry(Host.class, this::host),
                entry(Endpoint.class, this::endpoint), entry(Application.class, this::application),
                entry(Perimeter.class, this::perimeter),
                entry(Metrics.class, any -> Optional.of(new SimMetrics(world))),
                entry(FullBackups.class, store -> backups().full(store)),
                entry(LogArchive.class, store -> backups().logs(store)),
                entry(Restoration.class, server -> backups().restoration(server)),
                entry(Store.class, this::store), entry(RowRepair.class, this::rowRepair));
    }

    @Override
    public <P> Optional<P> find(Class<P> kind, String name) {
        return Optional.ofNullable(finders.get(kind)).flatMap(finder -> finder.apply(name)).map(kind::cast);
    }

    @Override
    public Ports marked(String step, long call, Consumer<String> progress) {
        return new SimPorts(world, guard, progress);
    }

    @Override
    public void whenNotModelled(Consumer<String> listener) {
        world.gaps().listen(listener);
    }

    @Override
    public void guardedBy(IdentityGuard guard) {
        this.guard = guard;
    }

    private SimBackups backups() {
        return new SimBackups(world, guard, world.spending().clock(), progress);
    }

    private Optional<MySqlServer> server(String name) {
        return world.model().server(name).map(server -> new SimMySqlServer(world, server, guard));
    }

    private Optional<ServerCatalog> catalog(String name) {
        return world.model().server(name).flatMap(server -> declared(name)
                .map(declared -> new SimServerCatalog(world, server, declared, guard)));
    }

    private Optional<BinaryLogs> binaryLogs(String name) {
        return world.model().server(name).flatMap(server -> declared(name).map(declared -> new SimBinaryLogs(world,
                server, declared.binaryLogs().flatMap(files -> declared.host()).flatMap(this::host), guard)));
    }

    private Optional<Instance> instance(String name) {
        return world.model().server(name).map(server -> new SimInstance(world, server, guard));
    }

    private Optional<RowRepair> rowRepair(String name) {
        return world.model().server(name).map(server -> new SimRowRepair(world, server, guard));
    }

    private Optional<ServerMetrics> serverMetrics(String name) {
        return world.model().server(name).map(server -> new SimServerMetrics(world, server, guard));
    }

    private Optional<Inventory.Server> declared(String name) {
        return world.inventory().clusters().values().stream()
                .flatMap(cluster -> Stream.of(cluster.servers(), cluster.spares()))
                .filter(servers -> servers.containsKey(name)).findFirst().map(servers -> servers.get(name));
    }

    private Optional<Host> host(String name) {
        return world.model().machine(name).flatMap(machine -> Optional.ofNullable(world.inventory().hosts().get(name))
                .map(declared -> new SimHost(world, machine, declared)));
    }

    private Optional<Endpoint> endpoint(String name) {
        return world.model().route(name).map(route -> new SimEndpoint(world, route));
    }

    private Optional<Application> application(String name) {
        return name.equals(Application.NAME) ? Optional.of(new SimApplication(world)) : Optional.empty();
    }

    private Optional<Store> store(String name) {
        return world.model().storage().depot(name).map(depot -> new ObjectsOfStore(backups().objects(name)));
    }

    private Optional<Perimeter> perimeter(String site) {
        return world.inventory().isSite(site) ? Optional.of(new SimPerimeter(world, site)) : Optional.empty();
    }
}
