package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.Clock.Cancelled;
import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One task of the simulated clock: a thread that runs only while it holds the baton. All fields but the baton are touched by its holder alone. */
final class SimTask {
    final String name;
    private final Semaphore baton = new Semaphore(0);
    private Deque<Deadline> deadlines = new ArrayDeque<>();
    final List<SimTask> joiners = new ArrayList<>();
    Thread thread;
    /** What it waits for, for the message of a deadlock; empty while it runs or could run. */
    String waitsFor = "";
    boolean ended;
    boolean cancelled;
    /** Whether a cancellation waits. */
    private boolean shielded;
    Throwable failure;
    boolean failureSeen;

    /** The end of a {@code within}. */
    record Deadline(Instant moment) {}

    SimTask(String name) {
        this.name = name;
    }

    void giveBaton() {
        baton.release();
    }

    void awaitBaton() {
        baton.acquireUninterruptibly();
    }

    void enter(Instant moment) {
        deadlines.addLast(new Deadline(moment));
    }

    void leave() {
        deadlines.removeLast();
    }

    /** Sets all deadlines aside. @return them, for {@link #resume} */
    Deque<Deadline> suspend() {
        Deque<Deadline> aside = deadlines;
        deadlines = new ArrayDeque<>();
        return aside;
    }

    /** Puts back the deadlines that were set aside, each {@code later} by as much. */
    void resume(Deque<Deadline> aside, Duration later) {
        deadlines = new ArrayDeque<>();
        aside.forEach(deadline -> enter(deadline.moment().plus(later)));
    }

    /** The deadline that is over first; of several at one moment the outermost, as it ends the others too. */
    Optional<Deadline> nextDeadline() {
        return deadlines.stream().reduce((first, second) -> second.moment().isBefore(first.moment()) ? second : first);
    }

    Duration remaining(Instant now, Duration unlimited) {
        return cancellationCounts() ? Duration.ZERO : untilDeadline(now, unlimited);
    }

    private Duration untilDeadline(Instant now, Duration unlimited) {
        return nextDeadline().map(deadline -> Duration.between(now, deadline.moment()))
                .map(left -> left.isNegative() ? Duration.ZERO : left).orElse(unlimited);
    }

    /** @return whether it was shielded before */
    boolean shield(boolean on) {
        boolean before = shielded;
        shielded = on;
        return before;
    }

    /** Whether it is cancelled, and not shielded from it for now. */
    boolean cancellationCounts() {
        return cancelled && !shielded;
    }

    void throwIfCancelled() {
        if (cancellationCounts()) {
            throw new Cancelled();
        }
    }

    static DeadlinePassed passed(Deadline deadline) {
        return new DeadlinePassed(deadline);
    }
}
