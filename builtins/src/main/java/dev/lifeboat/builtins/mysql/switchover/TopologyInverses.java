package dev.lifeboat.builtins.mysql.switchover;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.Optional;

/** How what {@link MySqlTopology} does is taken back. Each looks first whether it still may. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class TopologyInverses {
    private final Landscape landscape;

    public TopologyInverses(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = """
            Takes an epoch back, everywhere. \
            Refuses once a client has written in it: what was written then is no part of the epoch before.""",
            example = "")
    public void forgetEpoch(Call call, @Doc("The server on which it began.") MySqlServer server,
            @Doc("Its number.") long number, @Doc("Why it began.") String reason,
            @Doc("What was executed before.") GtidSet before) {
        Optional<Epoch> epoch = server.timeline().epochs().stream()
                .filter(one -> one.number() == number && one.reason().equals(reason)).findFirst();
        if (epoch.isEmpty()) {
            call.did(server.name(), "has no such epoch any more");
            return;
        }
        refuseClientWrites(server, epoch.get(), before);
        server.forgetEpoch(epoch.get().id());
        call.did(server.name(), "is in the epoch before again");
    }

    private static void refuseClientWrites(MySqlServer server, Epoch epoch, GtidSet before) {
        GtidSet since = server.state().executed().subtract(before);
        GtidSet clients = since.isEmpty() ? since : server.clientWrites(since);
        if (!clients.isEmpty()) {
            throw Failure
                    .of("Epoch " + epoch.number() + " of `" + server.name() + "` stays: clients have written in it: "
                            + clients + ".")
                    .hint("Servers that lack it have to be rebuilt.");
        }
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a server purge its old binary logs, or not, as before.", example = "")
    public void restoreAutoPurge(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether it purged them.") boolean on) {
        server.setAutoPurge(on);
        call.did(server.name(), on ? "purges its old binary logs again" : "purges no binary logs, as before");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a server that is the primary again run its events as before, the heartbeat among them.",
            example = "")
    public void restoreEvents(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether it ran them.") boolean on) {
        Observed now = Observed.need(server);
        if (on && now.writable() && beats(server)) {
            server.startHeartbeat();
        } else if (now.state().eventScheduler() != on) {
            server.setEventScheduler(on);
        }
        call.did(server.name(), on ? "runs its events again" : "runs no events, as before");
    }

    private static boolean beats(MySqlServer server) {
        try {
            return server.heartbeat().isPresent();
        } catch (Failure unprepared) {
            return false;
        }
    }
}
