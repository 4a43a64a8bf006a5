package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.EventLog;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * The clock of a run that may be replayed. What is replayed waits for nothing: the journal says when it happened. A wait that was under way when the journal broke
 * off goes on by the clock, to the moment at which it would have ended. A limit of time goes on with what was left of it: it limits what the run does, and while
 * nothing ran nothing was done.
 */
public final class ReplayClock implements Clock {
    private final Clock clock;
    private final Replay replay;
    private final EventLog log;

    public ReplayClock(Clock clock, Replay replay, EventLog log) {
        this.clock = clock;
        this.replay = replay;
        this.log = log;
    }

    private Strand me() {
        return replay.strands().current();
    }

    @Override
    public Instant now() {
        return replay.now(me());
    }

    @Override
    public void sleep(Duration duration) {
        sleep(duration, false);
    }

    /** Waits in a call, which may go on where that is cancelled: it has to put back what it touched. */
    public void sleepInCall(Duration duration) {
        sleep(duration, true);
    }

    private void sleep(Duration duration, boolean inCall) {
        if (me().time().isEmpty()) {
            sleepOnClock(duration, inCall);
        } else {
            replayed(me().time().get().plus(shortened(duration)), inCall);
        }
    }

    /** Waits for a moment, whenever it was begun to wait for it. */
    public void sleepUntil(Instant moment) {
        if (me().time().isEmpty()) {
            sleepOnClock(Duration.between(clock.now(), moment), false);
        } else {
            replayed(moment, false);
        }
    }

    private void replayed(Instant until, boolean inCall) {
        var me = me();
        var next = replay.awaitTurn();
        if (next.isEmpty()) {
            sleepOnClock(notNegative(Duration.between(clock.now(), until)), inCall);
            me.isAt(until);
        } else if (next.get().event() instanceof Event.WaitCut cut) {
            log.record(cut);
            throw cut.cancelled() ? new Cancelled() : new DeadlinePassed(me);
        }
    }

    private void sleepOnClock(Duration duration, boolean inCall) {
        try {
            clock.sleep(duration);
        } catch (DeadlinePassed passed) {
            log.record(new Event.WaitCut(false));
            throw passed;
        } catch (Cancelled cancelled) {
            if (inCall) {
                log.record(new Event.WaitCut(true));
            }
            throw cancelled;
        }
    }

    private static Duration shortened(Duration duration) {
        return duration.compareTo(NO_LIMIT) > 0 ? NO_LIMIT : duration;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    @Override
    public Task fork(String name, Runnable body) {
        return fork(me(), name, body);
    }

    /** For what belongs to the whole run, whichever of its strands began it. */
    public Task forkOfRun(String name, Runnable body) {
        return fork(replay.strands().main(), name, body);
    }

    private Task fork(Strand parent, String name, Runnable body) {
        var child = parent.child(name, me().time());
        replay.forked(child);
        return new Joined(clock.fork(child.name(), () -> {
            replay.begin(child);
            body.run();
        }));
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        var me = me();
        if (me.time().isEmpty()) {
            return clock.within(limit, body);
        }
        me.enter(me.time().get().plus(shortened(limit)));
        try {
            return clock.within(left(me, limit), body);
        } finally {
            me.leave();
        }
    }

    /** What is left of a limit, that begins here in the journal, where the journal breaks off. */
    private Duration left(Strand me, Duration limit) {
        var script = replay.script();
        return script.last().filter(last -> !replay.isOver())
                .map(last -> notNegative(limit.minus(Duration.between(me.time().get(), last.at()))
                        .plus(script.waitsForPeople(me))))
                .orElse(limit);
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        var me = me();
        if (me.time().isEmpty()) {
            return clock.untimed(body);
        }
        var began = now();
        var aside = me.setLimitsAside();
        try {
            return clock.untimed(body);
        } finally {
            me.takeLimitsBack(aside, Duration.between(began, now()));
        }
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        var me = me();
        var aside = me.setLimitsAside();
        try {
            clock.shielded(limit, body);
        } finally {
            me.takeLimitsBack(aside, Duration.ZERO);
        }
    }

    @Override
    public Duration remaining() {
        if (replay.isOver()) {
            return clock.remaining();
        }
        var me = me();
        boolean isCut = replay.script().next(me).filter(next -> next.event() instanceof Event.WaitCut).isPresent();
        return isCut
                ? Duration.ZERO
                : me.nearestLimit().map(limit -> notNegative(Duration.between(now(), limit))).orElse(NO_LIMIT);
    }

    /** A task whose end is waited for in the journal's order. */
    private final class Joined implements Task {
        private final Task task;

        Joined(Task task) {
            this.task = task;
        }

        @Override
        public void join() {
            task.join();
            replay.awaitTurnOrFork();
        }

        @Override
        public void cancel() {
            task.cancel();
        }
    }
}
