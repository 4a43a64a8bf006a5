package dev.lifeboat.builtins.lab;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Whether a {@link CutPort} lets anything through. */
final class Line {
    enum State {
        OPEN,
        /** A byte at a time, with a pause behind each. */
        DRIBBLING,
        CUT,
        REFUSING,
        CLOSED
    }

    // Fair, so that who wants to change the state comes before the next round of who uses the open line.
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private volatile State state = State.OPEN;

    /** Returns when no work of {@link #whenOpen} is running under the old state any more. */
    void change(State now) {
        lock.lock();
        try {
            state = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean is(State asked) {
        return state == asked;
    }

    /** Waits for the next byte's turn where the line dribbles; returns early when that changes. */
    void awaitDrop(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (state == State.DRIBBLING && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("Nobody interrupts a relay.", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for an open line; false once it is closed for good. One that is open is told without the lock, which whoever accepts holds most of the time. */
    boolean awaitOpen() {
        return state == State.OPEN || whenOpen(() -> {});
    }

    /** As {@link #awaitOpen}, and does the work, which has to be short, before anybody can change the state. */
    boolean whenOpen(Runnable work) {
        lock.lock();
        try {
            while (state == State.CUT || state == State.REFUSING) {
                changed.awaitUninterruptibly();
            }
            if (state == State.CLOSED) {
                return false;
            }
            work.run();
            return true;
        } finally {
            lock.unlock();
        }
    }
}
