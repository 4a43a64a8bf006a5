package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a replica comes up to what its source has: how much is left, how fast it goes, and that it goes on at all. */
public final class Pursuit {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration NO_PROGRESS = Duration.ofSeconds(30);

    private final Call call;
    private final MySqlServer replica;
    private final String source;

    public Pursuit(Call call, MySqlServer replica, String source) {
        this.call = call;
        this.replica = replica;
        this.source = source;
    }

    /** Waits until {@code wanted} is executed. How long that takes is the step's business; that nothing moves any more is not. */
    public void await(GtidSet wanted) {
        if (replica.waitForExecuted(wanted, LOOK)) {
            return;
        }
        Instant began = call.now();
        long atFirst = left(wanted);
        long before = atFirst;
        Instant moved = began;
        while (!replica.waitForExecuted(wanted, LOOK)) {
            long left = left(wanted);
            Instant now = call.now();
            moved = left < before ? now : moved;
            before = left;
            requireProgress(left, Duration.between(moved, now));
            call.progress(told(atFirst, left, Duration.between(began, now)));
            call.pause(LOOK);
        }
    }

    private long left(GtidSet wanted) {
        return wanted.subtract(replica.state().executed()).count();
    }

    private String told(long atFirst, long left, Duration since) {
        double rate = since.isZero() ? 0 : (atFirst - left) * 1000.0 / since.toMillis();
        String text = replica.name() + ": " + Texts.count(left, "transaction") + " of " + source + " to get";
        return rate < 1
                ? text
                : text + ", " + Texts.count((long) rate) + " a second, about "
                        + Texts.duration(Duration.ofSeconds((long) Math.ceil(left / rate))) + " left";
    }

    private void requireProgress(long left, Duration still) {
        Optional<ReplicaChannel> channel = replica.channels().stream().findFirst();
        boolean broken = channel.filter(one -> one.applierError() != 0 || one.applier() == ThreadState.OFF
                || one.receiver() == ThreadState.OFF).isPresent();
        if (channel.isEmpty() || broken || still.compareTo(NO_PROGRESS) >= 0) {
            throw Failure
                    .of("`" + replica.name() + "` does not catch up with `" + source + "`: "
                            + Texts.count(left, "transaction") + " left, and "
                            + (broken
                                    ? "its replication stands still"
                                    : channel.isEmpty()
                                            ? "it follows nobody"
                                            : "none came for " + Texts.duration(NO_PROGRESS))
                            + ".")
                    .evidence(channel.map(one -> List.of("its receiver is " + one.receiver(), "its applier is "
                            + one.applier(), one.errorText())).orElse(List.of()))
                    .hint("Look what its applier waits for, or at its error; then try again.");
        }
    }
}
