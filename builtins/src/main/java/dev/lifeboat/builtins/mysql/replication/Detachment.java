package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;

/** Makes a server forget its source. Last of all, since it destroys how to get back: the account, the position, what was received. */
public record Detachment(Call call, MySqlServer server) {

    public void detach() {
        Observed found = Observed.need(server);
        if (found.channel().isEmpty()) {
            call.did(server.name(), "has no source to forget");
            return;
        }
        refuse(found);
        ReplicaChannel channel = found.channel().get();
        if (channel.receiver() != ThreadState.OFF) {
            server.stopReceiver();
        }
        if (channel.applier() != ThreadState.OFF) {
            server.stopApplier();
        }
        server.resetReplicaAll();
        call.did(server.name(), "forgot its source, " + channel.sourceHost() + ":" + channel.sourcePort());
    }

    private void refuse(Observed found) {
        if (!found.unapplied().isEmpty()) {
            throw Failure
                    .of("`" + server.name() + "` was not detached: it has received "
                            + Texts.count(found.unapplied().count(), "transaction")
                            + " that it has not applied, and they would be destroyed.")
                    .hint("Call `mysql.drain_relay_logs` first.");
        }
        if (!found.writable()) {
            throw Failure
                    .of("`" + server.name() + "` was not detached: it is read-only, so it is still somebody's replica.")
                    .hint("Only a promoted server is detached, once the application writes to it.");
        }
    }
}
