package dev.lifeboat.interpreter.world;

import dev.lifeboat.interpreter.world.Clock.Cancelled;
import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One thread under the {@link SystemClock}: its deadlines, and whether it is cancelled. Only {@link #cancel} is called by other threads. */
@RealWorld
final class Strand {
    private final Thread thread;
    private final long graceNanos;
    private Deque<Watchdog> deadlines = new ArrayDeque<>();
    private volatile Watchdog cancellation;
    private volatile boolean shielded;
    private boolean ended;

    Strand(Thread thread, Duration grace) {
        this.thread = thread;
        this.graceNanos = grace.toNanos();
    }

    void enter(Duration limit) {
        deadlines.addLast(new Watchdog(thread, System.nanoTime() + limit.toNanos(), graceNanos));
    }

    void leave() {
        deadlines.removeLast().end();
    }

    /** Sets all deadlines aside. @return them, for {@link #resume} */
    Deque<Watchdog> suspend() {
        Deque<Watchdog> aside = deadlines;
        deadlines = new ArrayDeque<>();
        aside.forEach(Watchdog::suspend);
        return aside;
    }

    void resume(Deque<Watchdog> aside, long laterNanos) {
        aside.forEach(deadline -> deadline.resume(laterNanos));
        deadlines = aside;
    }

    /** @return whether it was shielded before */
    synchronized boolean shield(boolean on) {
        boolean before = shielded;
        shielded = on;
        if (cancellation != null && on != before) {
            if (on) {
                cancellation.suspend();
            } else {
                cancellation.resume(0);
            }
        }
        return before;
    }

    synchronized void cancel() {
        if (cancellation == null && !ended) {
            cancellation = new Watchdog(thread, System.nanoTime(), graceNanos);
            if (shielded) {
                cancellation.suspend();
            }
            LockSupport.unpark(thread);
        }
    }

    boolean cancelled() {
        return cancellation != null && !shielded;
    }

    /** The end of the thread: nobody may interrupt it any more. */
    synchronized void end() {
        ended = true;
        if (cancellation != null) {
            cancellation.end();
        }
    }

    Duration remaining() {
        if (cancelled()) {
            return Duration.ZERO;
        }
        return nearest().map(deadline -> Duration.ofNanos(Math.max(0, deadline.leftNanos()))).orElse(Clock.NO_LIMIT);
    }

    private Optional<Watchdog> nearest() {
        return deadlines.stream().min(Comparator.comparingLong(Watchdog::leftNanos));
    }

    /** @throws DeadlinePassed of the outermost deadline that is over, as it ends the others too */
    void check() {
        if (cancelled()) {
            throw new Cancelled();
        }
        deadlines.stream().filter(deadline -> deadline.leftNanos() <= 0).findFirst().ifPresent(deadline -> {
            throw new DeadlinePassed(deadline);
        });
    }

    /** Waits until it is done or the time is over. */
    void await(BooleanSupplier done, long nanos) {
        long until = System.nanoTime() + nanos;
        check();
        for (long left = nanos; left > 0 && !done.getAsBoolean(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, Math.min(left, remaining().toNanos()));
            if (Thread.interrupted()) {
                throw interrupted();
            }
            check();
        }
    }

    /**
     * What an interruption means: that a deadline is over or the task cancelled, which it throws; or, from outside of this clock, that the machine wants the
     * thread to end.
     */
    Cancelled interrupted() {
        check();
        return new Cancelled();
    }
}
