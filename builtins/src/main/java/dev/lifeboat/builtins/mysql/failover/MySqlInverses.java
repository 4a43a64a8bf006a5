package dev.lifeboat.builtins.mysql.failover;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.replication.Standstill;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;

/** How changes of servers are taken back. Each looks first whether it still may. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlInverses {
    private final Landscape landscape;

    public MySqlInverses(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Starts a receiver that ran before.",
            example = "")
    public void startReceiver(Call call, @Doc("The replica.") MySqlServer server) {
        server.startReceiver();
        call.did(server.name(), "started its receiver again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Stops an applier that stood still before.",
            example = "")
    public void stopApplier(Call call, @Doc("The replica.") MySqlServer server) {
        server.stopApplier();
        call.did(server.name(), "stopped its applier again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Starts the threads of a replica that ran before.",
            example = "")
    public void restoreThreads(Call call, @Doc("The replica.") MySqlServer server,
            @Doc("Whether its receiver ran.") boolean receiver, @Doc("Whether its applier ran.") boolean applier) {
        if (receiver) {
            server.startReceiver();
        }
        if (applier) {
            server.startApplier();
        }
        call.did(server.name(), receiver || applier ? "replicates again" : "its replication stands still, as before");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Lets a server replicate after a restart, or not, as before.", example = "")
    public void restoreSkipReplicaStart(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether `skip_replica_start` was on.") boolean on) {
        server.persistSkipReplicaStart(on);
        call.did(server.name(), (on ? "does not replicate" : "replicates") + " after a restart, as before");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Puts a server online or offline, as it was before.",
            example = "")
    public void restoreOfflineMode(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether it was offline.") boolean on) {
        server.setOfflineMode(on, false);
        call.did(server.name(), "is " + (on ? "offline" : "online") + " again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Puts `read_only`, `super_read_only` and what of them is persisted back.", example = "")
    public void restoreReadOnly(Call call, @Doc("The server.") MySqlServer server,
            @Doc("How it was found.") ReadOnly found) {
        if (found.writable()) {
            landscape.refuseSecondPrimary(call, server.name());
        }
        server.setReadOnly(found);
        call.did(server.name(), found.writable() ? "takes writes again" : "is read-only again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Takes the fence of a living server down. Refuses while another server takes writes.", example = "")
    public void unfence(Call call, @Doc("The server.") MySqlServer server, @Doc("How it was found.") ReadOnly found,
            @Doc("Whether it was offline.") boolean offline) {
        if (found.writable()) {
            landscape.refuseSecondPrimary(call, server.name());
        }
        server.setOfflineMode(offline, false);
        restoreReadOnly(call, server, found);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = """
            Makes a promoted server read-only again. \
            Refuses once a client has written to it: from then on there is no way back.""", example = "")
    public void demote(Call call, @Doc("The server.") MySqlServer server,
            @Doc("What it had executed before it was promoted.") GtidSet executed,
            @Doc("How it was found.") ReadOnly found) {
        new Demotion(call, server, executed, found).demote();
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = """
            Makes a server follow its old source again. \
            Refuses where clients have written what the old source has not.""", example = "")
    public void restoreSource(Call call, @Doc("The replica.") MySqlServer server, @Doc("The old source.") String host,
            @Doc("Its port.") int port, @Doc("Whether the receiver ran.") boolean receiver,
            @Doc("Whether the applier ran.") boolean applier) {
        refuseLost(server, host, port);
        new Standstill(server).of(server.channels());
        server.changeSource(new SourceSettings(host, port, landscape.following(server.name()).login()));
        call.did(server.name(), "has " + host + ":" + port + " for its source again");
        restoreThreads(call, server, receiver, applier);
    }

    /** What it got from a new primary, a client may have written there. */
    private static void refuseLost(MySqlServer server, String host, int port) {
        Observed found = Observed.need(server);
        String old = found.channel().map(ReplicaChannel::sourceUuid).orElse("");
        GtidSet clients = old.isEmpty() ? GtidSet.EMPTY : server.clientWrites(found.executed().from(old));
        boolean sameSource = found.channel().filter(now -> now.sourceHost().equals(host) && now.sourcePort() == port)
                .isPresent();
        if (!sameSource && !clients.isEmpty()) {
            throw Failure.of("`" + server.name() + "` can't follow " + host + ":" + port
                    + " again: it has applied what clients wrote on its new source: " + clients + ".")
                    .hint("Going back now is a switchover.");
        }
    }

    @Builtin(effect = DESTROYS, internal = true, inverse = false,
            doc = "Lets a server that followed nobody follow nobody again.",
            example = "")
    public void forgetSource(Call call, @Doc("The server.") MySqlServer server) {
        new Standstill(server).of(server.channels());
        server.resetReplicaAll();
        call.did(server.name(), "follows nobody again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Stops a server that was stopped before.",
            example = "")
    public void stopAgain(Call call, @Doc("The server.") MySqlServer server) {
        Host host = landscape.host(call, server.name()).orElseThrow();
        if (host.service(Landscape.SERVICE) != ServiceState.STOPPED) {
            host.stopService(Landscape.SERVICE);
        }
        call.did(server.name(), "was stopped again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Starts a server that ran before. Refuses while another server takes writes.", example = "")
    public void startAgain(Call call, @Doc("The server.") MySqlServer server) {
        landscape.refuseSecondPrimary(call, server.name());
        landscape.host(call, server.name()).orElseThrow().startService(Landscape.SERVICE);
        call.did(server.name(), "was started again");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Switches a machine on that was on before. Refuses while another server takes writes.", example = "")
    public void powerOnAgain(Call call, @Doc("The server on it.") MySqlServer server) {
        landscape.refuseSecondPrimary(call, server.name());
        landscape.machine(call, server.name()).power(true);
        call.did(server.name(), "its machine is switched on again");
    }
}
