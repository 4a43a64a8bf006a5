package dev.lifeboat.builtins.preflight;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks at everything that a runbook could need, all of it at once and never longer than five seconds: what has not answered by then is given up and told. It
 * reports. A dead server, a dead site or a silent channel is what a failover is for, and keeps none from beginning.
 */
public final class Preflight {
    /** For everything; a look is cut off a little earlier, so that it can say so. */
    private static final Duration MOST = Duration.ofMillis(4_700);
    private static final Duration MOST_FOR_A_LOOK = Duration.ofMillis(4_000);
    private final Clock clock;
    private final List<Look> looks;
    private final Expected expected;

    /** @param expected who should be behind the names */
    public Preflight(Clock clock, List<Look> looks, Expected expected) {
        this.clock = clock;
        this.looks = List.copyOf(looks);
        this.expected = expected;
    }

    public Event.PreflightEnded look() {
        Instant began = clock.now();
        List<UnderWay> underWay = looks.stream().map(this::begin).toList();
        Notes all = new Notes();
        underWay.forEach(look -> all.add(look.await(began.plus(MOST))));
        underWay.forEach(UnderWay::giveUp);
        expected.compare(all);
        return new Event.PreflightEnded(all.inOrder(), all.findings(), expected.known(all.identities()),
                Duration.between(began, clock.now()));
    }

    private UnderWay begin(Look look) {
        AtomicReference<Notes> seen = new AtomicReference<>();
        Clock.Task task = clock.fork("look at " + look.subject(), () -> seen.set(seen(look)));
        return new UnderWay(look, task, seen);
    }

    private Notes seen(Look look) {
        Notes notes = new Notes();
        try {
            clock.within(MOST_FOR_A_LOOK, () -> {
                look.body().accept(notes);
                return notes;
            });
        } catch (Failure failure) {
            notes.found(look.subject(), failure.getMessage(), failure.hint());
        } catch (Clock.DeadlinePassed late) {
            return late(look);
        }
        return notes;
    }

    private static Notes late(Look look) {
        Notes notes = new Notes();
        notes.found(look.subject(), "Looking at " + look.subject() + " took longer than "
                + Texts.duration(MOST_FOR_A_LOOK) + " and was given up.",
                "A run that needs it has to wait for it too: look why it is slow.");
        return notes;
    }

    /** @param seen what it has seen once it has ended */
    private final class UnderWay {
        private final Look look;
        private final Clock.Task task;
        private final AtomicReference<Notes> seen;

        UnderWay(Look look, Clock.Task task, AtomicReference<Notes> seen) {
            this.look = look;
            this.task = task;
            this.seen = seen;
        }

        /** Not even one that can't be cancelled, such as a name server that does not answer, is waited for any longer. */
        Notes await(Instant end) {
            Duration left = Duration.between(clock.now(), end);
            try {
                clock.within(left.isNegative() ? Duration.ZERO : left, () -> {
                    task.join();
                    return look;
                });
            } catch (Clock.DeadlinePassed late) {
                task.cancel();
            }
            return Optional.ofNullable(seen.get()).orElseGet(() -> late(look));
        }

        void giveUp() {
            task.cancel();
        }
    }
}
