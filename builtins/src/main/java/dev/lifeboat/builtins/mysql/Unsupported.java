package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;

/** Topologies that Lifeboat does not handle, and says so instead of trying. */
public final class Unsupported {
    private Unsupported() {}

    /** Why a server that answers can't be handled, a sentence. */
    static Optional<String> reason(Observed observed) {
        return setUp(observed).or(() -> circle(observed));
    }

    /** What it does at this moment; somebody may have opened a replica by mistake. */
    static Optional<String> circle(Observed observed) {
        return observed.writable() && observed.channel().filter(ReplicaChannel::receiving).isPresent()
                ? Optional.of(
                        "It takes writes and replicates as well: several primaries, or a circle, are not handled by Lifeboat.")
                : Optional.empty();
    }

    /** How it is meant to be. */
    static Optional<String> setUp(Observed observed) {
        return halfRestored(observed).or(() -> foreign(observed));
    }

    /** It claims all transactions of the backup from the first moment on, so that nothing else tells it from a whole one. */
    static Optional<String> halfRestored(Observed observed) {
        return observed.state().halfRestored()
                ? Optional.of(
                        "It is half restored: a backup, or binary logs, were being brought into it and not to their end (`lifeboat_restore.state`). Restore into it again, or wipe it.")
                : Optional.empty();
    }

    /** What is not handled at all. */
    static Optional<String> foreign(Observed observed) {
        if (observed.state().groupReplication()) {
            return Optional.of("It is a member of Group Replication, which Lifeboat does not handle.");
        }
        if (observed.channels().size() > 1) {
            return Optional.of("It has several sources, which Lifeboat does not handle.");
        }
        if (!observed.state().gtidMode()) {
            return Optional.of("Its `gtid_mode` is not ON: Lifeboat works with GTIDs alone.");
        }
        if (observed.state().filters()) {
            return Optional.of(
                    "It has replication filters, which Lifeboat does not handle: equal GTID sets would not mean equal data.");
        }
        return observed.channel().filter(channel -> !channel.autoPosition())
                .map(ReplicaChannel::sourceHost)
                .map(host -> "It follows `" + host
                        + "` by file and position instead of GTIDs (SOURCE_AUTO_POSITION is 0).");
    }

    public static void refuse(Observed observed) {
        reason(observed).ifPresent(reason -> {
            throw Failure.of("`" + observed.name() + "` can't be handled: " + reason);
        });
    }
}
