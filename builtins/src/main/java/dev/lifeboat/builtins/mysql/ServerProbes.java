package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How to tell, by looking at a server, whether it has done what nobody saw it do. */
public interface ServerProbes {
    /** A heartbeat is written each second. */
    Duration FRESH = Duration.ofSeconds(5);

    ServerState state();

    List<ReplicaChannel> channels();

    Optional<Heartbeat> heartbeat();

    default Seen receiverStarted() {
        return Seen.done(!channels().isEmpty() && all(channel -> channel.receiver() != ThreadState.OFF));
    }

    default Seen receiverStopped() {
        return Seen.done(all(channel -> channel.receiver() == ThreadState.OFF));
    }

    default Seen applierStarted() {
        return Seen.done(all(channel -> channel.applier() != ThreadState.OFF));
    }

    default Seen applierStartedUntil(GtidSet set) {
        return Seen.done(all(channel -> channel.applier() != ThreadState.OFF) || state().executed().contains(set));
    }

    default Seen applierStopped() {
        return Seen.done(all(channel -> channel.applier() == ThreadState.OFF));
    }

    private boolean all(Predicate<ReplicaChannel> so) {
        return channels().stream().allMatch(so);
    }

    default Seen readOnlyIs(ReadOnly wanted) {
        return Seen.done(state().readOnly().equals(wanted));
    }

    /** What of it is persisted is not told. */
    default Seen offlineModeIs(boolean on, boolean persist) {
        return state().offlineMode() != on ? Seen.NOT_DONE : persist ? Seen.REPEATABLE : Seen.DONE;
    }

    /** The variable itself only changes with the next start. */
    default Seen skipReplicaStartIs(boolean on) {
        return Seen.REPEATABLE;
    }

    default Seen autoPurgeIs(boolean on) {
        return Seen.done(state().autoPurge() == on);
    }

    default Seen follows(SourceSettings settings) {
        return Seen.done(!channels().isEmpty() && all(channel -> channel.sourceHost().equals(settings.host())
                && channel.sourcePort() == settings.port() && channel.autoPosition()));
    }

    default Seen followsNobody() {
        return Seen.done(channels().isEmpty());
    }

    /** The first row is only there a moment later. */
    default Seen writesHeartbeat() {
        var state = state();
        boolean written = heartbeat().filter(newest -> newest.server().equals(state.identity().uuid()))
                .filter(newest -> Duration.between(newest.written(), state.clock()).compareTo(FRESH) < 0).isPresent();
        return written ? Seen.DONE : Seen.REPEATABLE;
    }

    /** To end those that are there is the same whether others were ended before. */
    default Seen sessionsKilled() {
        return Seen.REPEATABLE;
    }
}
