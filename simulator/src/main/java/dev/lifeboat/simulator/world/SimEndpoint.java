package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Route;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint of the model. A proxy obeys as HAProxy does: at once, and ends the sessions that hang at another server. A name obeys at once, too, but resolvers
 * and the application keep what it said before, and sessions stay where they are.
 */
final class SimEndpoint implements Endpoint {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    /** After it was drained, the application has ended what it had begun. */
    private static final Duration TO_END = Duration.ofSeconds(2);

    private final Model model;
    private final Route route;
    private final Spending spending;

    SimEndpoint(SimWorld world, Route route) {
        model = world.model();
        spending = world.spending();
        this.route = route;
    }

    @Override
    public String name() {
        return route.name();
    }

    @Override
    public List<String> targets() {
        connect("be asked where it leads");
        return route.targets().stream().map(Server::name).toList();
    }

    @Override
    public List<View> views() {
        View own = new View(route.isName() ? "the name server" : name(), targets(), Duration.ZERO, Optional.empty());
        return route.isName() && route.resolverIsKnown()
                ? List.of(own, new View("the application's resolver",
                        route.resolved(model.now()).stream().map(Server::name).toList(),
                        route.resolvedFor(model.now()), Optional.empty()))
                : List.of(own);
    }

    @Override
    public PathProbe probeWrite(Duration limit) {
        return new SimWrites(model, spending).probe(route, spending.capped(limit));
    }

    @Override
    public void switchTo(String server) {
        restore(List.of(server));
    }

    @Override
    public void remove(String server) {
        server(server);
        restore(route.targets().stream().map(Server::name).filter(target -> !target.equals(server)).toList());
    }

    @Override
    public void drain() {
        connect("be drained");
        List<Server> before = route.targets();
        model.change(() -> lead(List.of()));
        model.later(TO_END, () -> before.forEach(server -> server.sessions().end(Application.USER)));
    }

    @Override
    public void restore(List<String> targets) {
        List<Server> wanted = targets.stream().map(this::server).toList();
        connect("be told where to lead");
        model.change(() -> {
            if (!route.isName()) {
                route.targets().stream().filter(server -> !wanted.contains(server))
                        .forEach(server -> server.sessions().end(Application.USER));
            }
            lead(wanted);
        });
    }

    private void lead(List<Server> wanted) {
        route.targets(wanted);
        route.bar(model.servers().stream().filter(server -> !wanted.contains(server)).toList());
    }

    private Server server(String name) {
        return model.server(name).orElseThrow(
                () -> Failure.of("Endpoint `" + name() + "`: the inventory has no server `" + name + "`."));
    }

    private void connect(String doing) {
        if (model.network().between(Network.LIFEBOAT, name()).isPresent()) {
            spending.spend(TO_CONNECT);
            throw Failure.of("Endpoint `" + name() + "` can't be reached: it could not " + doing + ".");
        }
        if (!spending.spend(Cost.PROXY)) {
            throw Failure.unknown("The time was up before endpoint `" + name() + "` could " + doing + ".");
        }
    }
}
