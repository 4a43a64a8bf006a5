package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Replicas;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps what may still be good as it is: the replicas that have not yet applied what destroyed the data, and the binary logs that tell what it was. Every
 * second counts, so that what goes wrong with one server does not hold up the others.
 */
final class Panic {
    /** By less than this any replica is behind now and then. */
    private static final Duration LAGGING = Duration.ofSeconds(5);
    private final Call call;
    private final Cluster cluster;
    private final List<String> problems = new ArrayList<>();

    Panic(Call call, Cluster cluster) {
        this.call = call;
        this.cluster = cluster;
    }

    List<MySqlServer> stop() {
        List<MySqlServer> before = cluster.servers().stream().map(Observed::of).filter(this::answers)
                .filter(server -> server.channel().isPresent())
                .sorted(Comparator.comparing(Panic::delay).reversed()).filter(this::isBehind)
                .filter(this::stopApplier).map(Observed::server).toList();
        cluster.servers().forEach(this::stopPurging);
        if (!problems.isEmpty()) {
            throw Failure.of("Not everything of `" + cluster.name() + "` could be kept as it is: "
                    + Texts.count(problems.size(), "thing") + " failed.").evidence(problems)
                    .hint("What was stopped stands still. Do the rest by hand: `STOP REPLICA SQL_THREAD`, "
                            + "`SET GLOBAL binlog_expire_logs_auto_purge = OFF`.");
        }
        return before;
    }

    private boolean answers(Observed server) {
        if (!server.answers()) {
            call.did(server.name(), "left out: " + server.problem());
        }
        return server.answers();
    }

    private static Duration delay(Observed replica) {
        return replica.channel().map(ReplicaChannel::delay).orElse(Duration.ZERO);
    }

    private boolean isBehind(Observed replica) {
        boolean behind = !delay(replica).isZero() || stands(replica) || lag(replica).compareTo(LAGGING) > 0;
        if (!behind) {
            call.did(replica.name(), "goes on: it is behind by less than " + Texts.duration(LAGGING));
        }
        return behind;
    }

    private static boolean stands(Observed replica) {
        return replica.channel().filter(channel -> channel.applier() == ThreadState.OFF).isPresent();
    }

    private Duration lag(Observed replica) {
        return new Replicas(call).lag(replica.server()).bound();
    }

    private boolean stopApplier(Observed replica) {
        if (stands(replica)) {
            call.did(replica.name(), "its applier stands still already");
            return true;
        }
        call.inverse("start the applier of " + replica.name() + " again", "mysql.start_applier", replica.server());
        return done(replica.server(), replica.server()::stopApplier, "stopped its applier; its receiver goes on");
    }

    private void stopPurging(MySqlServer server) {
        Observed now = Observed.of(server);
        if (now.answers() && now.state().autoPurge()) {
            call.inverse("purge binary logs of " + server.name() + " by age again", "mysql.purge_again", server);
            done(server, () -> server.setAutoPurge(false), "keeps its binary logs, whatever their age");
        }
    }

    private boolean done(MySqlServer server, Runnable change, String what) {
        try {
            change.run();
            call.did(server.name(), what);
            return true;
        } catch (Failure failure) {
            problems.add(failure.getMessage());
            return false;
        }
    }
}
