package dev.lifeboat.builtins.mysql.replication;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Duration;

/** How what {@link MySqlReplication} changes is taken back. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlReplicationInverses {

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Puts semi-synchronous replication back as it was found.", example = "")
    public void restoreSemiSync(Call call, @Doc("The server.") MySqlServer server,
            @Doc("How it was found.") SemiSync found) {
        server.setSemiSync(found);
        call.did(server.name(), "as before: " + SemiSyncSwitch.told(found));
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Puts the delay of a replica back.",
            example = "")
    public void restoreDelay(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("How far behind it stayed.") Duration delay, @Doc("Whether its applier ran.") boolean applies) {
        DelaySwitch.change(replica, delay, applies);
        call.did(replica.name(), DelaySwitch.told(delay) + ", as before");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Starts an applier that ran before.",
            example = "")
    public void startApplier(Call call, @Doc("The replica.") MySqlServer replica) {
        replica.startApplier();
        call.did(replica.name(), "started its applier again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Stops the threads of a replica that stood still before.", example = "")
    public void stopThreads(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("Whether its receiver stood still.") boolean receiver,
            @Doc("Whether its applier stood still.") boolean applier) {
        if (receiver) {
            replica.stopReceiver();
        }
        if (applier) {
            replica.stopApplier();
        }
        call.did(replica.name(), "stands still again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a server purge its binary logs by age, as before.", example = "")
    public void purgeAgain(Call call, @Doc("The server.") MySqlServer server) {
        server.setAutoPurge(true);
        call.did(server.name(), "purges its binary logs by age again");
    }
}
