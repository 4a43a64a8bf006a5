package dev.lifeboat.interpreter.world;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A moment at which a thread should end what it does. The clock's own waits look at it and end by themselves; a thread that is still busy a grace later is
 * interrupted, and again after each further grace, because what it is busy with may have lost the first interruption. Moments are those of
 * {@code System.nanoTime}.
 */
@RealWorld
final class Watchdog {
    private final Thread watched;
    private final long graceNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long moment;
    private boolean aside;
    private boolean ended;
    private boolean barked;
    private long barkAt;

    Watchdog(Thread watched, long moment, long graceNanos) {
        this.watched = watched;
        this.moment = moment;
        this.graceNanos = graceNanos;
        this.barkAt = moment + graceNanos;
        Thread.ofVirtual().name("watchdog of " + watched.getName()).start(this::watch);
    }

    /** How long until the moment; zero or less when it has passed. */
    long leftNanos() {
        lock.lock();
        try {
            return moment - System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** Does nothing until {@link #resume}. Called by the thread that it watches, as are the others. */
    void suspend() {
        change(() -> aside = true);
    }

    /** Watches on, with its moment moved. */
    void resume(long laterNanos) {
        change(() -> {
            aside = false;
            moment += laterNanos;
            barkAt = System.nanoTime() + Math.max(0, moment - System.nanoTime()) + graceNanos;
        });
    }

    void end() {
        change(() -> ended = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            if (barked && (aside || ended)) {
                // The interruption was meant for what has ended, not for what comes next.
                Thread.interrupted();
                barked = false;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void watch() {
        lock.lock();
        try {
            while (!ended) {
                long left = aside ? Long.MAX_VALUE : barkAt - System.nanoTime();
                if (left > 0) {
                    changed.awaitNanos(left);
                } else {
                    watched.interrupt();
                    barked = true;
                    barkAt = System.nanoTime() + graceNanos;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a watchdog.", e);
        } finally {
            lock.unlock();
        }
    }
}
