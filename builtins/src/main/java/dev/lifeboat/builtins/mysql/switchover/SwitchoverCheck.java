package dev.lifeboat.builtins.mysql.switchover;

import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Kinship;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Series;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a server can take the primary's part over while the primary is well. Each refusal leaves everything as it is. */
record SwitchoverCheck(Call call, Landscape landscape, Cluster cluster, MySqlServer to) {

    /** The one that takes the writes. */
    Observed primary() {
        List<Observed> writable = cluster.servers().stream().map(Observed::of).filter(Observed::writable).toList();
        if (writable.isEmpty()) {
            throw refused("no server of `" + cluster.name() + "` takes writes",
                    "A switchover is for a primary that is well; if it is down, that is a failover.");
        }
        if (writable.size() > 1) {
            throw refused(Texts.list(writable.stream().map(one -> "`" + one.name() + "`").toList())
                    + " all take writes", "Find out which one is the primary, and fence the others.");
        }
        return writable.getFirst();
    }

    void candidate(Observed primary, Observed candidate) {
        Unsupported.refuse(primary);
        Unsupported.refuse(candidate);
        requireAllowed(candidate);
        requireReplicating(primary, candidate);
        requireLike(primary, candidate);
        requireSameHistory(primary, candidate);
    }

    private void requireAllowed(Observed candidate) {
        if (cluster.servers().stream().noneMatch(one -> one.name().equals(to.name()))) {
            throw refused("it is no server of `" + cluster.name() + "`", "Name one of its servers.");
        }
        if (landscape.policy(to.name()) == Promote.MUST_NOT) {
            throw refused("the inventory says `promote: must_not`", "Choose another server.");
        }
        if (!candidate.state().logBin() || !candidate.state().logReplicaUpdates()) {
            throw refused("it writes no binary log of what it applies (`log_bin`, `log_replica_updates`): nobody could"
                    + " follow it", "Switch both on there, and restart it.");
        }
        if (candidate.state().offlineMode()) {
            throw refused("it is offline: the application could not reach it", "SET GLOBAL offline_mode = OFF there.");
        }
    }

    private void requireReplicating(Observed primary, Observed candidate) {
        ReplicaChannel channel = candidate.channel()
                .filter(one -> one.sourceUuid().equals(primary.uuid()))
                .orElseThrow(() -> refused("it does not follow `" + primary.name() + "`, which takes the writes",
                        "Make it a replica of that one first."));
        if (!channel.receiving() || channel.applier() != ThreadState.ON || channel.applierError() != 0) {
            throw refused("its replication does not work: its receiver is " + channel.receiver() + ", its applier "
                    + channel.applier() + (channel.errorText().isEmpty() ? "" : ", " + channel.errorText()),
                    "Repair it first.");
        }
        if (!channel.delay().isZero()) {
            throw refused("it is behind on purpose, by " + Texts.duration(channel.delay()), "Choose another server.");
        }
    }

    /** A replica must not be older than its source, and the old primary shall be one. */
    private void requireLike(Observed primary, Observed candidate) {
        int order = Series.of(candidate).compareTo(Series.of(primary));
        if (order != 0) {
            throw refused("it is MySQL " + candidate.state().identity().version() + ", "
                    + (order > 0 ? "newer" : "older") + " in series than `" + primary.name() + "` ("
                    + primary.state().identity().version() + ")"
                    + (order > 0 ? ", which could not follow it" : ""),
                    "Bring both to one series first; a replica must not be older than its source.");
        }
    }

    private void requireSameHistory(Observed primary, Observed candidate) {
        Kinship kinship = Kinship.of(candidate, primary);
        if (kinship.across()) {
            throw refused("it is on another timeline: " + kinship.told(), "Rebuild it.");
        }
        if (kinship.state() == Kinship.State.UNKNOWN) {
            call.did(to.name(), kinship.told());
        }
        GtidSet has = Observed.need(primary.server()).executed();
        GtidSet more = candidate.executed().subtract(has);
        GtidSet errant = more.isEmpty() ? more : to.clientWrites(more);
        if (!errant.isEmpty()) {
            throw refused("it has transactions that `" + primary.name() + "` has not: " + errant,
                    "Look into them, then rebuild it.");
        }
        GtidSet purged = candidate.state().purged().subtract(has);
        if (!purged.isEmpty()) {
            throw refused("it has purged what `" + primary.name() + "` would need to follow it: " + purged,
                    "Execute them as empty transactions on `" + primary.name() + "`, or choose another server.");
        }
    }

    /** The other replicas that are well enough to come along. Whoever is not is told, and keeps nobody from anything. */
    List<Observed> siblings(Observed primary) {
        List<Observed> siblings = new ArrayList<>();
        for (MySqlServer server : cluster.servers()) {
            if (!server.name().equals(to.name()) && !server.name().equals(primary.name())) {
                Observed sibling = Observed.of(server);
                leftOut(primary, sibling).ifPresentOrElse(
                        why -> call.did(server.name(), "is not made to follow " + to.name() + ": " + why),
                        () -> siblings.add(sibling));
            }
        }
        return List.copyOf(siblings);
    }

    /** All others that could follow the new primary, the old one among them: where a switchover broke off behind its middle. */
    List<MySqlServer> rest() {
        return cluster.servers().stream().filter(server -> !server.name().equals(to.name())).map(Observed::of)
                .filter(Observed::answers).filter(server -> Unsupported.reason(server).isEmpty())
                .filter(server -> server.channel().filter(channel -> channel.applierError() != 0).isEmpty())
                .map(Observed::server).toList();
    }

    private Optional<String> leftOut(Observed primary, Observed sibling) {
        if (!sibling.answers()) {
            return Optional.of(sibling.problem());
        }
        return Unsupported.reason(sibling).or(() -> sibling.channel()
                .filter(one -> one.sourceUuid().equals(primary.uuid()) || follows(one))
                .map(channel -> channel.applierError() == 0
                        ? ""
                        : "its applier stopped with error " + channel.applierError())
                .or(() -> Optional.of("it does not follow " + primary.name())).filter(why -> !why.isEmpty()));
    }

    /** As a switchover that came this far before has left it. */
    private boolean follows(ReplicaChannel channel) {
        return channel.sourceUuid().equals(to.state().identity().uuid());
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + to.name() + "` does not take over: " + why + ".").hint(hint);
    }
}
