package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Relation;
import dev.lifeboat.builtins.mysql.survey.RelationState;
import dev.lifeboat.builtins.mysql.survey.Relations;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until a replica has what its source has, and keeps up: the source's set is reached within a moment several times in a row, and the newest heartbeat there
 * is fresh. {@code Seconds_Behind_Source} says neither.
 */
public record Synchronization(Call call, MySqlServer replica, MySqlServer source) {
    private static final int TIMES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration TO_KEEP_UP = Duration.ofSeconds(60);

    public void await() {
        refuse();
        Pursuit pursuit = new Pursuit(call, replica, source.name());
        pursuit.await(Observed.need(source).executed());
        boolean beats = newest(source).isPresent();
        keepUp(pursuit, beats);
        call.did(replica.name(), "has what " + source.name() + " has, and keeps up" + (beats
                ? ""
                : "; there is no heartbeat, so that only GTID sets say so"));
    }

    private void refuse() {
        Observed a = Observed.need(replica);
        Observed b = Observed.need(source);
        if (a.channel().filter(channel -> channel.sourceUuid().equals(b.uuid())).isEmpty()) {
            throw refused("it does not follow `" + source.name() + "`", "Call `mysql.reverse_replication` first.");
        }
        Relation relation = Relations.of(a, b);
        if (relation.state() == RelationState.DIVERGED) {
            throw refused("it is DIVERGED: " + (relation.errant().isEmpty()
                    ? relation.timelines()
                    : "it has what `" + source.name() + "` has not: " + relation.errant()), "Rebuild it.");
        }
    }

    /** A replica that is as fast as its source and no faster never gets there: it is given a while each time. */
    private void keepUp(Pursuit pursuit, boolean beats) {
        Instant began = call.now();
        for (int close = 0; close < TIMES;) {
            GtidSet wanted = source.state().executed();
            boolean there = replica.waitForExecuted(wanted, PAUSE);
            close = there && (!beats || fresh()) ? close + 1 : 0;
            if (!there) {
                pursuit.await(wanted);
            }
            if (close == 0 && Duration.between(began, call.now()).compareTo(TO_KEEP_UP) > 0) {
                throw refused("it reaches what `" + source.name() + "` has, and falls behind again"
                        + (there ? ": its newest heartbeat is old" : ""),
                        "Look at its applier's workers and its disk, and whether the source's events run; then wait again.");
            }
            call.progress(replica.name() + ": as far as " + source.name() + " " + Texts.count(close, "time")
                    + " of " + TIMES);
            call.pause(PAUSE);
        }
    }

    private boolean fresh() {
        Instant clock = source.state().clock();
        return newest(replica).filter(beat -> Duration.between(beat.written(), clock).compareTo(FRESH) < 0).isPresent();
    }

    private Optional<Heartbeat> newest(MySqlServer server) {
        try {
            return server.heartbeat();
        } catch (Failure unprepared) {
            return Optional.empty();
        }
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + replica.name() + "` is not in sync with `" + source.name() + "`: " + why + ".")
                .hint(hint);
    }
}
