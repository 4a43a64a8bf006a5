package dev.lifeboat.builtins.mysql.failover;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.fence.FenceProof;
import dev.lifeboat.builtins.mysql.fence.FencedStart;
import dev.lifeboat.builtins.mysql.fence.Fencing;
import dev.lifeboat.builtins.mysql.replication.Detachment;
import dev.lifeboat.builtins.mysql.replication.Drain;
import dev.lifeboat.builtins.mysql.replication.Freeze;
import dev.lifeboat.builtins.mysql.replication.Rejoining;
import dev.lifeboat.builtins.mysql.replication.Repointing;
import dev.lifeboat.builtins.mysql.replication.WriteSwitch;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;
import java.util.Optional;

/** What a runbook can do to servers of MySQL. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlChanges {
    private final Landscape landscape;

    public MySqlChanges(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = CHANGES, doc = "Makes the server read-only, now and after a restart, or writable again.",
            example = "mysql.set_read_only(db1, on: true)", privileges = {"SYSTEM_VARIABLES_ADMIN",
                    "PERSIST_RO_VARIABLES_ADMIN"})
    public void setReadOnly(Call call, @Doc("The server.") MySqlServer server, @Doc("Whether read-only.") boolean on) {
        new WriteSwitch(call, landscape, server).readOnly(on);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Keeps the server from taking writes, by the strongest means there are, and proves it. \
                    A dead server is taken out of every endpoint, stopped and kept from starting by itself; a living one is made read-only for good.""",
            example = "let proof = mysql.fence(cluster.primary)",
            privileges = {"PROCESS", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN"})
    public FenceProof fence(Call call, @Doc("The server.") MySqlServer server) {
        return new Fencing(call, landscape, server).prove();
    }

    @Builtin(effect = CHANGES, doc = """
            Starts a server that was a primary so that it can't take a write, whatever it had persisted. \
            The only way to start one.""",
            example = "mysql.start_fenced(cluster.primary)",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN"})
    public void startFenced(Call call, @Doc("The server.") MySqlServer server) {
        new FencedStart(call, landscape, server).start();
    }

    @Builtin(effect = CHANGES,
            doc = "Stops the receivers of all replicas that answer, so that their positions stand still.",
            example = "mysql.freeze_receivers(cluster)", privileges = "REPLICATION_SLAVE_ADMIN")
    public void freezeReceivers(Call call, @Doc("The cluster.") Cluster cluster) {
        new Freeze(call, Survey.of(call, cluster)).all();
    }

    @Builtin(effect = CHANGES, doc = """
            Lets every replica apply all that it has received, delayed ones excepted. \
            Starts appliers that stood still; fails where nothing moves any more.""",
            example = "mysql.drain_relay_logs(cluster)", privileges = "REPLICATION_SLAVE_ADMIN")
    public void drainRelayLogs(Call call, @Doc("The cluster.") Cluster cluster) {
        new Drain(call, Survey.of(call, cluster)).all();
    }

    @Builtin(effect = CHANGES, idempotent = false,
            doc = """
                    Makes the elected server the primary. \
                    Refuses while anything is undrained, unfenced without approval, errant, or lost beyond the RPO and not accepted.""",
            example = "mysql.promote(collect.election.winner)",
            privileges = {"SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN", "RELOAD",
                    "REPLICATION CLIENT", "REPLICATION SLAVE"},
            facts = {"candidate: NONE",
                    "fence: UNFENCED", "loss: NOT KNOWN", "last_failover: none known"})
    public void promote(Call call, @Doc("The server.") MySqlServer server) {
        new Promotion(call, landscape, server).promote();
    }

    @Builtin(effect = CHANGES, doc = """
            Makes a replica follow another source. \
            Refuses where it has what the source has not, or misses what the source has purged.""",
            example = "mysql.repoint(dr1, source: db2)",
            privileges = {"REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE"})
    public void repoint(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("Whom it shall follow.") MySqlServer source) {
        new Repointing(call, landscape, replica, source).repoint();
    }

    @Builtin(effect = DESTROYS, inverse = false, doc = """
            Makes the server forget that it was a replica, and how to reach its source: last of all. \
            Refuses while anything that it received is unapplied.""",
            example = "mysql.detach(db2)", privileges = {"REPLICATION_SLAVE_ADMIN", "RELOAD"})
    public void detach(Call call, @Doc("The server.") MySqlServer server) {
        new Detachment(call, server).detach();
    }

    @Builtin(effect = CHANGES, doc = """
            Makes an old primary a replica of the new one. \
            Refuses where it has transactions that the new one has not: it stays fenced, and must be rebuilt.""",
            example = "mysql.rejoin(cluster.primary, source: db2)",
            privileges = {"CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE"})
    public void rejoin(Call call, @Doc("The old primary, fenced.") MySqlServer server,
            @Doc("The new primary.") MySqlServer source) {
        new Rejoining(call, landscape, server, source).rejoin();
    }

    @Builtin(effect = CHANGES, inverse = false,
            doc = "Ends the sessions of all but Lifeboat, replication, and whom `except` names.",
            example = "mysql.kill_sessions(db1, except: [\"monitor\"])", privileges = {"PROCESS", "CONNECTION_ADMIN"})
    public void killSessions(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Users whose sessions stay.") Optional<List<String>> except) {
        EndedSessions ended = except.map(users -> call.port(ServerCatalog.class, server.name()).endSessions(users))
                .orElseGet(server::killSessions);
        call.did(server.name(), ended.told());
    }
}
