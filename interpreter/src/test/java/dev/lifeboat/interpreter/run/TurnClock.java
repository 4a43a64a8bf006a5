package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Virtual time for tests: one task has its turn, and where all wait, time jumps to the next one that wakes. */
final class TurnClock implements Clock {

    private final PriorityQueue<Waking> wakings = new PriorityQueue<>();
    private final Deque<Turn> ready = new ArrayDeque<>();
    private Turn running = new Turn();
    private Instant now;
    private long wakingCount;
    private final Set<String> names = new HashSet<>();
    private final List<Throwable> failures = new ArrayList<>();

    private static final class Turn {
        final Semaphore baton = new Semaphore(0);
        Deque<Deadline> deadlines = new ArrayDeque<>();
        List<Turn> joiners = new ArrayList<>();
        long waking;
        boolean ended;
        boolean cancelled;
        boolean shielded;
        RuntimeException failure;
    }

    private record Deadline(Instant moment) {}

    private record Waking(Instant moment, long number, Turn turn) implements Comparable<Waking> {
        @Override
        public int compareTo(Waking other) {
            int byTime = moment.compareTo(other.moment);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    TurnClock(Instant start) {
        now = start;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        var me = running;
        var wake = now.plus(duration.isNegative() ? Duration.ZERO : duration);
        var deadline = nearest(me);
        boolean late = deadline != null && deadline.moment().isBefore(wake);
        throwIfCancelled(me);
        me.waking = ++wakingCount;
        wakings.add(new Waking(late ? deadline.moment() : wake, me.waking, me));
        handOn(me);
        throwIfCancelled(me);
        if (late) {
            throw new DeadlinePassed(deadline);
        }
    }

    private static Deadline nearest(Turn turn) {
        return turn.deadlines.stream().reduce((a, b) -> b.moment().isBefore(a.moment()) ? b : a).orElse(null);
    }

    private static void throwIfCancelled(Turn turn) {
        if (turn.cancelled && !turn.shielded) {
            throw new Cancelled();
        }
    }

    @Override
    public Task fork(String name, Runnable body) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("A task `" + name + "` is running already.");
        }
        var turn = new Turn();
        ready.add(turn);
        Thread.ofVirtual().name(name).start(() -> live(name, turn, body));
        return new Handle(turn);
    }

    private void live(String name, Turn turn, Runnable body) {
        turn.baton.acquireUninterruptibly();
        try {
            throwIfCancelled(turn);
            body.run();
        } catch (Cancelled asked) {
            // It ends as it was told to.
        } catch (RuntimeException | Error thrown) {
            turn.failure = thrown instanceof Journal.JournalLost lost
                    ? lost
                    : new IllegalStateException("The task `" + name + "` failed: " + thrown, thrown);
            failures.add(turn.failure);
        }
        turn.ended = true;
        names.remove(name);
        turn.joiners.stream().filter(joiner -> !ready.contains(joiner)).forEach(ready::add);
        next().baton.release();
    }

    private void handOn(Turn me) {
        var next = next();
        if (next != me) {
            next.baton.release();
            me.baton.acquireUninterruptibly();
        }
        running = me;
    }

    private Turn next() {
        while (ready.isEmpty()) {
            var waking = wakings.remove();
            now = waking.moment().isAfter(now) ? waking.moment() : now;
            if (waking.number() == waking.turn().waking) {
                ready.add(waking.turn());
            }
        }
        running = ready.remove();
        return running;
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        var me = running;
        me.deadlines.addLast(new Deadline(now.plus(limit)));
        try {
            return call(body);
        } finally {
            me.deadlines.removeLast();
        }
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        var me = running;
        var aside = me.deadlines;
        var began = now;
        me.deadlines = new ArrayDeque<>();
        try {
            return call(body);
        } finally {
            var later = Duration.between(began, now);
            me.deadlines = new ArrayDeque<>();
            aside.forEach(deadline -> me.deadlines.addLast(new Deadline(deadline.moment().plus(later))));
        }
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        var me = running;
        var aside = me.deadlines;
        boolean before = me.shielded;
        me.deadlines = new ArrayDeque<>();
        me.shielded = true;
        try {
            within(limit, () -> {
                body.run();
                return null;
            });
        } finally {
            me.shielded = before;
            me.deadlines = aside;
        }
    }

    private static <T> T call(Callable<T> body) {
        try {
            return body.call();
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    @Override
    public Duration remaining() {
        var nearest = nearest(running);
        return nearest == null ? NO_LIMIT : Duration.between(now, nearest.moment());
    }

    /** What ended tasks of the run. */
    List<Throwable> failures() {
        return failures;
    }

    /** Lets something happen beside the run. */
    void at(Duration after, Runnable happening) {
        fork("happening after " + after, () -> {
            sleep(after);
            happening.run();
        });
    }

    /** The task that runs now has not been cancelled. */
    void revive() {
        running.cancelled = false;
    }

    /** The handle of the task that runs now. */
    Task current() {
        return new Handle(running);
    }

    private final class Handle implements Task {
        private final Turn turn;

        Handle(Turn turn) {
            this.turn = turn;
        }

        @Override
        public void join() {
            var me = running;
            throwIfCancelled(me);
            if (!turn.ended) {
                turn.joiners.add(me);
                me.waking = ++wakingCount;
                handOn(me);
                turn.joiners.remove(me);
                throwIfCancelled(me);
            }
            if (turn.failure != null) {
                throw turn.failure;
            }
        }

        @Override
        public void cancel() {
            if (!turn.ended && !turn.cancelled) {
                turn.cancelled = true;
                if (turn != running && !turn.shielded && !ready.contains(turn)) {
                    turn.waking = ++wakingCount;
                    ready.add(turn);
                }
            }
        }
    }
}
