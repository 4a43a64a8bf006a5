package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.builtin.Ports;
import java.util.Optional;
import java.util.function.Consumer;

/** The simulated world behind the builtins. */
final class SimPorts implements Ports {
    private final SimWorld world;
    private IdentityGuard guard = IdentityGuard.NONE;

    SimPorts(SimWorld world) {
        this.world = world;
    }

    @Override
    public <P> Optional<P> find(Class<P> kind, String name) {
        if (kind == MySqlServer.class) {
            return server(name).map(kind::cast);
        }
        if (kind == ServerCatalog.class) {
            return catalog(name).map(kind::cast);
        }
        if (kind == BinaryLogs.class) {
            return world.model().server(name).flatMap(server -> declared(name).map(declared -> new SimBinaryLogs(world,
                    server, declared.binaryLogs().flatMap(files -> declared.host()).flatMap(this::host), guard)))
                    .map(kind::cast);
        }
        if (kind == Instance.class) {
            return world.model().server(name).map(server -> new SimInstance(world, server, guard)).map(kind::cast);
        }
        if (kind == Host.class) {
            return host(name).map(kind::cast);
        }
        if (kind == Endpoint.class) {
            return world.model().route(name).map(route -> new SimEndpoint(world, route)).map(kind::cast);
        }
        if (kind == ServerMetrics.class) {
            return world.model().server(name).map(server -> new SimServerMetrics(world, server, guard)).map(kind::cast);
        }
        if (kind == Metrics.class) {
            return Optional.of(kind.cast(new SimMetrics(world)));
        }
        if (kind == Perimeter.class) {
            return world.inventory().isSite(name)
                    ? Optional.of(kind.cast(new SimPerimeter(world, name)))
                    : Optional.empty();
        }
        return kind == Application.class && name.equals(Application.NAME)
                ? Optional.of(kind.cast(new SimApplication(world)))
                : Optional.empty();
    }

    @Override
    public void whenNotModelled(Consumer<String> listener) {
        world.gaps().listen(listener);
    }

    @Override
    public void guardedBy(IdentityGuard guard) {
        this.guard = guard;
    }

    private Optional<MySqlServer> server(String name) {
        return world.model().server(name).map(server -> new SimMySqlServer(world, server, guard));
    }

    private Optional<ServerCatalog> catalog(String name) {
        return world.model().server(name).flatMap(server -> declared(name)
                .map(declared -> new SimServerCatalog(world, server, declared, guard)));
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
}
