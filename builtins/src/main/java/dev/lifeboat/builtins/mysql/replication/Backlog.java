package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one replica has received and still has to apply. */
final class Backlog {
    private static final Duration NO_PROGRESS = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Call call;
    private final Observed replica;
    private final GtidSet received;
    private GtidSet left;
    private ReplicaChannel channel;
    private Duration still = Duration.ZERO;

    Backlog(Call call, Observed replica) {
        this.call = call;
        this.replica = replica;
        this.received = replica.received();
        this.left = replica.unapplied();
        this.channel = replica.channel().orElseThrow();
    }

    String name() {
        return replica.name();
    }

    /** How many transactions there were to apply. */
    long atFirst() {
        return replica.unapplied().count();
    }

    long left() {
        return left.count();
    }

    /** Waits a moment. @return whether everything is applied */
    boolean applied() {
        if (left.isEmpty() || replica.server().waitForExecuted(received, LOOK)) {
            return true;
        }
        Observed now = Observed.need(replica.server());
        channel = now.channel().orElse(channel);
        GtidSet rest = received.subtract(now.executed());
        if (rest.equals(left)) {
            call.pause(LOOK);
            still = still.plus(LOOK);
        } else {
            still = Duration.ZERO;
        }
        left = rest;
        return rest.isEmpty();
    }

    Optional<String> applierError() {
        return channel.applierError() == 0
                ? Optional.empty()
                : Optional.of("its applier stopped with error " + channel.applierError() + ": " + channel.errorText());
    }

    void requireProgress() {
        if (still.compareTo(NO_PROGRESS) >= 0) {
            throw Failure
                    .of("`" + name() + "` has " + Texts.count(left(), "received transaction")
                            + " to apply, and none was applied for " + Texts.duration(NO_PROGRESS)
                            + ".")
                    .evidence(List.of("its applier is " + channel.applier(), "left to apply: " + left))
                    .hint("Look in its process list for what the applier waits for, then retry; never restart it.");
        }
    }
}
