package dev.lifeboat.builtins.mysql.failover;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.data.SameData;
import dev.lifeboat.builtins.mysql.survey.Lag;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.LossBound;
import dev.lifeboat.builtins.mysql.survey.LossEstimate;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Relation;
import dev.lifeboat.builtins.mysql.survey.Relations;
import dev.lifeboat.builtins.mysql.survey.Replicas;
import dev.lifeboat.builtins.mysql.survey.Status;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a runbook can learn about servers of MySQL. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlObservations {
    private final Landscape landscape;

    public MySqlObservations(Inventory inventory) {
        this.landscape = new Landscape(inventory);
    }

    @Builtin(effect = OBSERVES, doc = "Whether the server answers a query on a connection of its own.",
            example = "wait until mysql.ping(cluster.primary) every 5s timeout 5m")
    public boolean ping(@Doc("The server.") MySqlServer server) {
        return server.reach(Observed.TO_ANSWER).answered();
    }

    @Builtin(effect = PROBES,
            doc = """
                    Judges what is the matter with the primary. \
                    Looks from here, from the cluster's witnesses, from each replica's receiver and heartbeat, and from its host; what it touches it puts back.""",
            example = "let verdict = mysql.diagnose(cluster)", privileges = "REPLICATION_SLAVE_ADMIN")
    public Verdict diagnose(Call call, @Doc("The cluster.") Cluster cluster) {
        return new Diagnosis(call, landscape, cluster).verdict();
    }

    @Builtin(effect = OBSERVES, doc = """
            Asks the cluster's witnesses, machines that look on from elsewhere, which of the servers answer them. \
            A witness that can't be asked, or can't open connections, has no voice.""",
            example = "require empty(mysql.ask_witnesses(cluster, [cluster.primary]).reached)")
    public Testimony askWitnesses(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The servers.") List<MySqlServer> servers) {
        return new Witnesses(call, landscape, cluster, new ArrayList<>()).about(servers);
    }

    @Builtin(effect = OBSERVES, doc = "A server as it is now: identity, read-only, GTID sets, replication.",
            example = "let state = mysql.status(db2)", privileges = {"PROCESS", "REPLICATION CLIENT", "EVENT"})
    public Status status(Call call, @Doc("The server.") MySqlServer server) {
        return new Replicas(call).status(server);
    }

    @Builtin(effect = OBSERVES, doc = """
            The servers of the cluster that take writes now. More than one is an alarm. \
            Servers that can't be asked are left out.""", example = "require count(mysql.writable(cluster)) == 1")
    public List<MySqlServer> writable(@Doc("The cluster.") Cluster cluster) {
        return cluster.servers().stream().filter(server -> Observed.of(server).writable()).toList();
    }

    @Builtin(effect = OBSERVES,
            doc = "Whether the server takes writes: `read_only` is off.",
            example = "require mysql.is_writable(cluster.primary)")
    public boolean isWritable(@Doc("The server.") MySqlServer server) {
        return server.state().readOnly().writable();
    }

    @Builtin(effect = OBSERVES,
            doc = "Whether the first server follows the second, and its receiver is connected to it.",
            example = "require mysql.is_replica_of(db2, cluster.primary)")
    public boolean isReplicaOf(@Doc("Which server.") MySqlServer replica,
            @Doc("Whose replica it should be.") MySqlServer of) {
        Observed source = Observed.need(of);
        return replica.channels().stream()
                .anyMatch(channel -> channel.receiving() && channel.sourceUuid().equals(source.uuid()));
    }

    @Builtin(effect = OBSERVES, doc = "How far a replica is behind, from the heartbeat and from what it has received.",
            example = "require mysql.lag(db2).bound < 10s")
    public Lag lag(Call call, @Doc("The replica.") MySqlServer replica) {
        return new Replicas(call).lag(replica);
    }

    @Builtin(effect = OBSERVES, doc = "What the first server is to the second, by their timelines and GTID sets.",
            example = "let relation = mysql.relation(db2, db1)")
    public Relation relation(@Doc("Which server.") MySqlServer a,
            @Doc("Compared with which.") MySqlServer b) {
        return Relations.of(Observed.need(a), Observed.need(b));
    }

    @Builtin(effect = OBSERVES, doc = "The transactions that the server has and the other has not.",
            example = "require empty(mysql.errant_gtids(db2, against: db1))")
    public GtidSet errantGtids(@Doc("Which server.") MySqlServer server,
            @Doc("Compared with which.") MySqlServer against) {
        GtidSet own = Observed.need(server).executed();
        return own.subtract(Observed.need(against).executed());
    }

    @Builtin(effect = OBSERVES, doc = """
            Chooses the server to promote, once the receivers are frozen and the relay logs drained. \
            Fails where two servers each have what the other has not: a split brain is for people to decide.""",
            example = "let election = mysql.elect(cluster)",
            privileges = {"REPLICATION CLIENT", "REPLICATION SLAVE", "SELECT ON mysql.user"})
    public Election elect(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("Who wins where nothing speaks against it.") Optional<MySqlServer> prefer,
            @Doc("In which site alone somebody may win; servers elsewhere can still be caught up from.") Optional<Site> site) {
        return new Ballot(call, landscape, Survey.of(call, cluster), prefer.map(MySqlServer::name),
                site.map(Site::name)).hold();
    }

    @Builtin(effect = OBSERVES, doc = "What promoting this server would lose at most.",
            example = "let bound = mysql.loss_bound(cluster, db2)")
    public LossBound lossBound(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The server that would be promoted.") MySqlServer candidate) {
        return new LossEstimate(call, Survey.of(call, cluster)).of(List.of(Observed.need(candidate)));
    }

    @Builtin(effect = PROBES, doc = """
            Whether both servers hold the same rows, compared at equal GTID sets. \
            The replica of the two stands still for the comparison, and goes on afterwards.""",
            example = "require mysql.same_data(db2, cluster.primary)",
            privileges = {"REPLICATION_SLAVE_ADMIN", "SELECT"})
    public boolean sameData(Call call, @Doc("One server.") MySqlServer a, @Doc("The other.") MySqlServer b) {
        return new SameData(call).compare(a, b);
    }
}
