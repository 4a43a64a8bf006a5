package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.simulator.model.Channel;
import dev.lifeboat.simulator.model.Receiver;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.ThreadError;
import dev.lifeboat.simulator.model.Variables;
import java.time.Instant;

/** What a simulated server shows of itself. */
final class SimStatus {
    private SimStatus() {}

    static ServerState state(Server server, Instant now) {
        Variables variables = server.variables();
        return new ServerState(server.identity(), variables.readOnly(), variables.offlineMode(), server.executed(),
                server.purged(), true, true, true, variables.skipReplicaStart(), variables.autoPurge(),
                variables.eventScheduler(), false,
                false, false, server.semiSync().clients(), server.semiSync().isWaiting(), now);
    }

    static ReplicaChannel channel(Channel channel) {
        Receiver receiver = channel.receiver();
        ThreadError applierError = channel.applier().error();
        return new ReplicaChannel("", receiver.address().host(), receiver.address().port(), receiver.sourceUuid(),
                receiver.state(), channel.applier().state(), receiver.error().number(), applierError.number(),
                applierError.number() == 0 ? receiver.error().text() : applierError.text(), channel.received(),
                receiver.signs().lastQueued(), channel.applier().lastApplied(), receiver.signs().heartbeats(),
                receiver.signs().lastHeartbeat(), channel.applier().settings().delay(), true, receiver.user(),
                receiver.settings().netTimeout());
    }
}
