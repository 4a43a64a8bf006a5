package dev.lifeboat.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The monitor of a proxy that believes what {@code read_only} says, as ProxySQL's does with its replication hostgroups: whoever is not read-only gets writes,
 * be it two of them.
 */
final class ReadOnlyMonitor implements Writer {
    private final Route route;
    private final List<Server> servers;
    private final Duration every;
    private final Model model;
    private Instant next;

    ReadOnlyMonitor(Route route, List<Server> servers, Duration every, Model model) {
        this.route = route;
        this.servers = List.copyOf(servers);
        this.every = every;
        this.model = model;
        next = model.now().plus(every);
    }

    @Override
    public Instant next() {
        return next;
    }

    /** One that does not answer stays where it is. */
    @Override
    public void write() {
        servers.stream().filter(server -> model.line(route.name(), server) == Line.OPEN)
                .forEach(server -> route.believe(server, server.variables().readOnly().writable()));
        next = next.plus(every);
    }
}
