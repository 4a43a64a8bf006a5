package dev.lifeboat.builtins.mysql.replication;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How replicas keep up with their source: how far behind they stay, where they stop, what they pass over, and who waits for them. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlReplication {
    @Builtin(effect = CHANGES,
            doc = """
                    Lets the commits of a server wait for replicas, or lets its receiver acknowledge. What is not given stays as it is. \
                    Refuses where fewer replicas acknowledge than its commits would wait for.""",
            example = "mysql.semi_sync(db2, replica: true)", privileges = {"SYSTEM_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN"})
    public void semiSync(Call call, @Doc("The server.") MySqlServer server,
            @Doc("Whether its commits wait for replicas.") Optional<Boolean> source,
            @Doc("Whether its receiver acknowledges.") Optional<Boolean> replica,
            @Doc("For how many replicas a commit waits.") Optional<Long> waitFor,
            @Doc("How long it waits, before commits go on without.") Optional<Duration> timeout) {
        new SemiSyncSwitch(call, server).set(source, replica, waitFor, timeout);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    Lets the commits of a new primary wait for replicas, where those of the old one did, and the receivers acknowledge that follow it. \
                    The old one is asked, `as_on`; where none is given or it does not answer, it did if the receiver of the new one acknowledged. \
                    Never for more replicas than can acknowledge.""",
            example = "mysql.resume_semi_sync(cluster, cluster.primary)", privileges = {"SYSTEM_VARIABLES_ADMIN",
                    "REPLICATION_SLAVE_ADMIN"})
    public void resumeSemiSync(Call call, @Doc("The cluster.") Cluster cluster,
            @Doc("The new primary.") MySqlServer primary, @Doc("The old one.") Optional<MySqlServer> asOn) {
        new SemiSyncResumption(call, cluster, primary).resume(asOn);
    }

    @Builtin(effect = CHANGES, doc = """
            Keeps a replica so far behind its source, on purpose; `0s` lets it catch up. \
            What it has received it keeps.""",
            example = "mysql.set_delay(dr1, delay: 1h)", privileges = "REPLICATION_SLAVE_ADMIN")
    public void setDelay(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("How far behind, in whole seconds.") Duration delay) {
        new DelaySwitch(call, replica).set(delay);
    }

    @Builtin(effect = CHANGES,
            doc = """
                    The first thing to do when data were destroyed: keeps the replicas that have not applied it yet from doing so. \
                    Stops the appliers of delayed and lagging replicas, their receivers go on; no binary log is purged by age any more. Answers those replicas.""",
            example = "let before = mysql.panic(cluster)", privileges = {"REPLICATION_SLAVE_ADMIN",
                    "SYSTEM_VARIABLES_ADMIN"})
    public List<MySqlServer> panic(Call call, @Doc("The cluster.") Cluster cluster) {
        return new Panic(call, cluster).stop();
    }

    @Builtin(effect = DESTROYS, inverse = false,
            doc = """
                    Lets a replica apply what it has received up to a transaction, and that one not any more; its delay is taken away first. \
                    Refuses where it has applied it already. What it applies can't be taken back.""",
            example = "mysql.apply_until(dr1, before: assess.bad)",
            privileges = "REPLICATION_SLAVE_ADMIN")
    public void applyUntil(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("The transaction before which it stops; of several, the first.") GtidSet before) {
        new ApplyUntil(call, replica, before).apply();
    }

    @Builtin(effect = DESTROYS, inverse = false, doc = """
            Lets a replica pass over transactions that it has received: they count as executed and are never applied. \
            Its applier has to stand still. Refuses more than 100, and what is executed or not received.""",
            example = "mysql.skip_transaction(dr1, gtids(\"07944e7e-ff62-ee02-bcf8-67c7e9bbe537:1041\"))",
            privileges = "SYSTEM_VARIABLES_ADMIN")
    public void skipTransaction(Call call, @Doc("The replica.") MySqlServer replica,
            @Doc("The transactions.") GtidSet gtid) {
        new SkippedTransactions(call, replica, gtid).skip();
    }

    @Builtin(effect = CHANGES, doc = "Starts the receiver and the applier of a replica, where they stand still.",
            example = "mysql.resume_replication(db2)", privileges = "REPLICATION_SLAVE_ADMIN")
    public void resumeReplication(Call call, @Doc("The replica.") MySqlServer replica) {
        new Resumption(call, replica).resume();
    }
}
