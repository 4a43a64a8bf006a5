package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Server;

/** The counters of a server of the model. Nobody reads there: its statements are its writes, and each takes what a commit costs. */
final class SimServerMetrics implements ServerMetrics {
    private static final long PICOSECONDS = Cost.COMMIT.least.plus(Cost.COMMIT.most).dividedBy(2).toNanos() * 1_000;

    private final SimWorld world;
    private final Server server;
    private final SimSession session;

    SimServerMetrics(SimWorld world, Server server, IdentityGuard guard) {
        this.world = world;
        this.server = server;
        session = new SimSession(world.model(), server, world.spending(), guard);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Counters counters() {
        return session.observe("read its counters", () -> {
            long writes = server.executed().from(server.uuid()).count();
            return new Counters(world.model().now(), writes, writes, writes, writes * PICOSECONDS);
        });
    }
}
