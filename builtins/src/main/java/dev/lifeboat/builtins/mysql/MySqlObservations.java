package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.List;
import java.util.Optional;

/** What a runbook can learn about servers of MySQL. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlObservations {
    private static Failure notYet() {
        return Failure.of("This word is not built yet.");
    }

    @Builtin(effect = OBSERVES, doc = "Whether the server answers a query on a connection of its own.",
            example = "wait until mysql.ping(cluster.primary) every 5s timeout 5m")
    public boolean ping(Call call, @Doc("The server.") MySqlServer server) {
        throw notYet();
    }

    @Builtin(effect = PROBES,
            doc = """
                    Judges what is the matter with the primary. \
                    Looks from here, from each replica's receiver and heartbeat, and from its host; what it touches it puts back.""",
            example = "let verdict = mysql.diagnose(cluster)", privileges = {"REPLICATION CLIENT",
                    "REPLICATION_SLAVE_ADMIN"})
    public Verdict diagnose(Call call, @Doc("The cluster.") Cluster cluster) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "A server as it is now: identity, read-only, GTID sets, replication.",
            example = "let state = mysql.status(db2)", privileges = "REPLICATION CLIENT")
    public Status status(Call call, @Doc("The server.") MySqlServer server) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = """
            The servers of the cluster that take writes now. More than one is an alarm. \
            Servers that can't be asked are left out.""", example = "require count(mysql.writable(cluster)) == 1")
    public List<MySqlServer> writable(Call call, @Doc("The cluster.") Cluster cluster) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES,
            doc = "Whether the server takes writes: `read_only` is off.",
            example = "verify { require mysql.is_writable(db2) }")
    public boolean isWritable(Call call, @Doc("The server.") MySqlServer server) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES,
            doc = "Whether the first server follows the second, and its receiver is connected to it.",
            example = "verify { require mysql.is_replica_of(db3, db2) }", privileges = "REPLICATION CLIENT")
    public boolean isReplicaOf(Call call, @Doc("Which server.") MySqlServer replica,
            @Doc("Whose replica it should be.") MySqlServer source) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "How far a replica is behind, from the heartbeat and from what it has received.",
            example = "require mysql.lag(db2).bound < 10s", privileges = "REPLICATION CLIENT")
    public Lag lag(Call call, @Doc("The replica.") MySqlServer replica) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "What the first server is to the second, by their GTID sets.",
            example = "let relation = mysql.relation(db1, db2)")
    public Relation relation(Call call, @Doc("Which server.") MySqlServer a,
            @Doc("Compared with which.") MySqlServer b) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The transactions that the server has and the other has not.",
            example = "require empty(mysql.errant_gtids(db1, against: db2))")
    public GtidSet errantGtids(Call call, @Doc("Which server.") MySqlServer server,
            @Doc("Compared with which.") MySqlServer against) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = """
            Chooses the server to promote, once the receivers are frozen and the relay logs drained. \
            Fails where two servers each have what the other has not: a split brain is for people to decide.""",
            example = "let election = mysql.elect(cluster)", privileges = "REPLICATION CLIENT")
    public Election elect(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("Who wins where nothing speaks against it.") Optional<MySqlServer> prefer) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "What promoting this server would lose at most.",
            example = "let bound = mysql.loss_bound(cluster, db2)", privileges = "REPLICATION CLIENT")
    public LossBound lossBound(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The server that would be promoted.") MySqlServer candidate) {
        throw notYet();
    }

    @Builtin(effect = PROBES, doc = """
            Whether both servers hold the same rows, compared at equal GTID sets. \
            The replica of the two stands still for the comparison, and goes on afterwards.""",
            example = "verify { require mysql.same_data(db1, db2) }",
            privileges = {"REPLICATION_SLAVE_ADMIN", "SELECT"})
    public boolean sameData(Call call, @Doc("One server.") MySqlServer a, @Doc("The other.") MySqlServer b) {
        throw notYet();
    }
}
