package dev.lifeboat.builtins.mysql.switchover;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.failover.NewTimeline;
import dev.lifeboat.builtins.mysql.replication.PurgeFreeze;
import dev.lifeboat.builtins.mysql.replication.Reversal;
import dev.lifeboat.builtins.mysql.replication.Synchronization;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Duration;
import java.util.Optional;

/** How a runbook moves the primary's part from one server to another while both are well, and tells one history of the data from another. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlTopology {
    private final Landscape landscape;

    public MySqlTopology(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = CHANGES, doc = """
            Begins a timeline: from here on the server's data are a history of their own, as after a restore. \
            Whoever has gone on without it can't follow this server any more, whatever the GTID sets say.""",
            example = "mysql.new_timeline(cluster, cluster.primary)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "SYSTEM_VARIABLES_ADMIN"})
    public void newTimeline(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The server that takes the writes, with the data as they shall be.") MySqlServer server,
            @Doc("Why, as people shall read it; `restored` where nothing is said.") Optional<String> because) {
        new NewTimeline(call, cluster, server, because.orElse("restored")).begin();
    }

    @Builtin(effect = OBSERVES,
            doc = """
                    The transactions that the old primary has and the server that shall lead has not, but for those that it shall not have. \
                    Where there are none, nothing is lost, and the run's RPO counts that. Refuses while the old primary takes writes.""",
            example = "require empty(mysql.lacking(db2, against: cluster.primary, without: pick.bad))",
            privileges = "REPLICATION CLIENT")
    public GtidSet lacking(Call call, @Doc("The server that shall lead.") MySqlServer server,
            @Doc("The old primary.") MySqlServer against,
            @Doc("What shall not be there: a mistake.") Optional<GtidSet> without) {
        return new Lacking(call, server, against, without.orElse(GtidSet.EMPTY)).find();
    }

    @Builtin(effect = CHANGES, idempotent = false,
            doc = """
                    Moves the primary's part to another server, both being well, and loses nothing. \
                    The new primary catches up first; then the old one is fenced, its sessions are ended, and the last transactions are waited for. \
                    Where that takes too long everything is put back. The application's endpoint is switched afterwards, by the runbook.""",
            example = "let handover = mysql.switchover(cluster, to: db2)",
            privileges = {"PROCESS", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN", "RELOAD", "REPLICATION CLIENT", "REPLICATION SLAVE"})
    public Handover switchover(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The server that shall take the writes.") MySqlServer to,
            @Doc("How long nobody may be able to write, before everything is put back; 10s where nothing is said.") Optional<Duration> within) {
        return new Switchover(call, landscape, cluster, to, within.orElse(Duration.ofSeconds(10))).run();
    }

    @Builtin(effect = CHANGES, doc = """
            Lets a server of a site that has come back follow the primary that took over meanwhile. \
            Refuses where it has what that one has not, is on another timeline, or misses what was purged.""",
            example = "mysql.reverse_replication(from: db2, to: cluster.primary)",
            privileges = {"SYSTEM_VARIABLES_ADMIN", "PERSIST_RO_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN", "RELOAD",
                    "REPLICATION CLIENT", "REPLICATION SLAVE"})
    public void reverseReplication(Call call, @Doc("The primary that took over.") MySqlServer from,
            @Doc("The server that shall follow it, fenced.") MySqlServer to) {
        new Reversal(call, landscape, from, to).reverse();
    }

    @Builtin(effect = OBSERVES, doc = """
            Waits until a replica has what its source has, and keeps up: by GTID sets and by the heartbeat. \
            Says how much is left and about how long that takes; fails where nothing moves any more.""",
            example = "mysql.wait_for_sync(db2, cluster.primary)")
    public void waitForSync(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("Whom it follows.") MySqlServer source) {
        new Synchronization(call, replica, source).await();
    }

    @Builtin(effect = CHANGES, doc = """
            Keeps the servers that answer from purging old binary logs while an incident lasts: \
            what is lacking somewhere is in them.""", example = "mysql.freeze_purges(cluster)",
            privileges = "SYSTEM_VARIABLES_ADMIN")
    public void freezePurges(Call call, @Doc("The cluster.") Cluster cluster) {
        new PurgeFreeze(call, cluster).freeze();
    }

    @Builtin(effect = CHANGES, doc = """
            Lets those servers purge old binary logs again that this run kept from it: last of all.""",
            example = "mysql.release_purges(cluster)", privileges = "SYSTEM_VARIABLES_ADMIN")
    public void releasePurges(Call call, @Doc("The cluster.") Cluster cluster) {
        new PurgeFreeze(call, cluster).release();
    }
}
