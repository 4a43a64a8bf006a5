package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/** Lets a replica go on that stands still. */
record Resumption(Call call, MySqlServer replica) {

    void resume() {
        Observed found = Observed.need(replica);
        Unsupported.refuse(found);
        ReplicaChannel channel = found.channel().orElseThrow(
                () -> Failure.of("`" + replica.name() + "` follows nobody.").hint("Call `mysql.repoint` first."));
        boolean receiver = channel.receiver() == ThreadState.OFF;
        boolean applier = channel.applier() == ThreadState.OFF;
        if (!receiver && !applier) {
            call.did(replica.name(), "replicates already");
            return;
        }
        call.inverse("stop what stood still on " + replica.name() + " again", "mysql.stop_threads", replica, receiver,
                applier);
        if (applier) {
            replica.startApplier();
        }
        if (receiver) {
            replica.startReceiver();
        }
        call.did(replica.name(), "replicates again");
    }
}
