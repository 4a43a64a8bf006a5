package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.simulator.model.Channel;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;

/** Whom a simulated server follows, and how far behind: what {@code CHANGE REPLICATION SOURCE} and {@code RESET REPLICA ALL} do. */
record SimFollowing(SimWorld world, Server server, SimSession session) {

    void delay(Duration delay) {
        String doing = "delay it by " + Texts.duration(delay);
        session.change(doing, Cost.REPLICATION, () -> {
            Channel channel = server.channel()
                    .orElseThrow(() -> session.refused(doing, 1200, "the server is not configured as replica"));
            if (channel.applier().state() != ThreadState.OFF) {
                throw session.refused(doing, 3085, "this operation cannot be performed with a running applier");
            }
            server.delay(delay);
        });
    }

    void change(SourceSettings settings) {
        String doing = "make it follow " + settings.host() + ":" + settings.port();
        String user = world.user(settings.login());
        session.change(doing, Cost.REPLICATION, () -> {
            refuseWhileReplicating(doing);
            world.model().changeSource(server, source(settings), user);
        });
    }

    private Server source(SourceSettings settings) {
        return world.model().serverAt(settings.host(), settings.port()).orElseThrow(() -> world.notModelled(
                "that `" + server.name() + "` follows " + settings.host() + ":" + settings.port()
                        + ", which is no server of the inventory"));
    }

    void forget() {
        session.change("forget its source", Cost.REPLICATION, () -> {
            refuseWhileReplicating("forget its source");
            server.forgetSource();
        });
    }

    private void refuseWhileReplicating(String doing) {
        if (server.channel().filter(Channel::running).isPresent()) {
            throw session.refused(doing, 3081, "this operation cannot be performed with running replication threads");
        }
    }
}
