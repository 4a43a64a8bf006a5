package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.MySqlServer;
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
        if (kind == Host.class) {
            return host(name).map(kind::cast);
        }
        if (kind == Endpoint.class) {
            return world.model().route(name).map(route -> new SimEndpoint(world, route)).map(kind::cast);
        }
        return kind == Application.class && name.equals(Application.NAME)
                ? Optional.of(kind.cast(new SimSteering(world.spending())))
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

    private Optional<Host> host(String name) {
        return world.model().machine(name).flatMap(machine -> Optional.ofNullable(world.inventory().hosts().get(name))
                .map(declared -> new SimHost(world, machine, declared)));
    }
}
