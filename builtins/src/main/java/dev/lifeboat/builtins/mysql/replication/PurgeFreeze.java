package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.fence.FenceLevel;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Keeps binary logs from being purged by age while an incident lasts: what a replica lacks, and what shall be salvaged or decoded, is in them. The variable is not
 * persisted, so that a server that restarts purges again. What this run froze it lets go again by {@link #release}, or by its inverses; the fact
 * {@link RunFacts#PURGES_FROZEN} names those servers.
 */
public record PurgeFreeze(Call call, Cluster cluster) {

    /** One that can't be asked, or that knows no such variable, keeps nobody from an incident's work. */
    public void freeze() {
        SequencedSet<String> frozen = new LinkedHashSet<>(new RunFacts(call).names(RunFacts.PURGES_FROZEN));
        for (MySqlServer server : reachable()) {
            Observed found = Observed.of(server);
            if (!found.answers()) {
                call.did(server.name(), "left out: " + found.problem());
            } else if (!found.state().autoPurge()) {
                call.did(server.name(), "purges no binary logs already");
            } else if (frozen(server)) {
                frozen.add(server.name());
            }
        }
        new RunFacts(call).learn(RunFacts.PURGES_FROZEN, List.copyOf(frozen));
    }

    /** A primary that was fenced from outside is not asked: one that hangs would take its time, and that of the failover. */
    private List<MySqlServer> reachable() {
        boolean gone = new RunFacts(call).text(RunFacts.FENCE).filter(level -> !level.equals(FenceLevel.SQL.word()))
                .isPresent();
        return gone ? cluster.replicas() : cluster.servers();
    }

    private boolean frozen(MySqlServer server) {
        call.inverse("let " + server.name() + " purge its old binary logs again", "mysql.restore_auto_purge", server,
                true);
        try {
            server.setAutoPurge(false);
        } catch (Failure failure) {
            call.did(server.name(), "may purge its old binary logs: " + failure.getMessage());
            return false;
        }
        call.did(server.name(), "purges no binary logs");
        return true;
    }

    /** Only what this run froze: what was off before had a reason. */
    public void release() {
        RunFacts facts = new RunFacts(call);
        List<String> frozen = facts.names(RunFacts.PURGES_FROZEN);
        List<String> left = new ArrayList<>();
        cluster.servers().stream().filter(server -> frozen.contains(server.name())).forEach(server -> {
            if (!released(server)) {
                left.add(server.name());
            }
        });
        facts.learn(RunFacts.PURGES_FROZEN, left);
    }

    private boolean released(MySqlServer server) {
        Observed found = Observed.of(server);
        if (!found.answers()) {
            call.did(server.name(), "purges its binary logs again when it is restarted: " + found.problem());
            return false;
        }
        if (!found.state().autoPurge()) {
            call.inverse("keep " + server.name() + " from purging its old binary logs again",
                    "mysql.restore_auto_purge", server, false);
            server.setAutoPurge(true);
        }
        call.did(server.name(), "purges its old binary logs again");
        return true;
    }
}
