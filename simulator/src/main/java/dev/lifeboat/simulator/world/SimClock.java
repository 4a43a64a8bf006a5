package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Timeline;
import dev.lifeboat.simulator.world.SimTask.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Virtual time. Tasks are threads of which one runs at a time: whoever waits hands the baton on, and where nobody can run, time jumps to the next event.
 * Nothing ever waits on real time, and what happens in which order is decided by moments and by the order of calls alone.
 *
 * <p>The thread that calls first is the task {@code main}. A task that is forked begins when the one that forked it waits for the first time; a deadline holds
 * for the task that set it and not for those that it forks.
 */
public final class SimClock implements Clock, Timeline {
    private final EventQueue events = new EventQueue();
    private final Deque<SimTask> ready = new ArrayDeque<>();
    private final List<SimTask> tasks = new ArrayList<>();
    private final SimTask main = new SimTask("main");
    private SimTask running = main;
    private volatile Instant now;
    /** Why the simulation cannot go on; thrown in {@code main}, where somebody sees it. */
    private RuntimeException defect;

    public SimClock(Instant start) {
        now = start;
        tasks.add(main);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Alarm at(Instant moment, Runnable happening) {
        return events.put(moment.isBefore(now) ? now : moment, happening);
    }

    @Override
    public void sleep(Duration duration) {
        SimTask me = current();
        Instant wake = after(duration.isNegative() ? Duration.ZERO : duration);
        Optional<Deadline> deadline = me.nextDeadline().filter(next -> next.moment().isBefore(wake));
        waitUntil(me, deadline.map(Deadline::moment).orElse(wake), "sleeps until " + wake);
        deadline.ifPresent(SimClock::pass);
    }

    @Override
    public Task fork(String name, Runnable body) {
        current();
        if (tasks.stream().anyMatch(task -> task.name.equals(name))) {
            throw new IllegalArgumentException("A task `" + name + "` is running already.");
        }
        SimTask task = new SimTask(name);
        tasks.add(task);
        ready.add(task);
        task.thread = Thread.ofVirtual().name(name).start(() -> live(task, body));
        return new Handle(task);
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        SimTask me = current();
        me.enter(after(limit));
        try {
            return call(body);
        } finally {
            me.leave();
        }
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        SimTask me = current();
        Instant began = now;
        Deque<Deadline> aside = me.suspend();
        try {
            return call(body);
        } finally {
            me.resume(aside, Duration.between(began, now));
        }
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        SimTask me = current();
        Deque<Deadline> aside = me.suspend();
        boolean outer = me.shield(true);
        try {
            within(limit, () -> {
                body.run();
                return null;
            });
        } finally {
            me.shield(outer);
            me.resume(aside, Duration.ZERO);
        }
    }

    private static <T> T call(Callable<T> body) {
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A task ended by a checked exception: " + e, e);
        }
    }

    @Override
    public Duration remaining() {
        return current().remaining(now, NO_LIMIT);
    }

    /** What ended tasks that nobody joined: a defect that would otherwise go unseen. */
    public List<Throwable> unseenFailures() {
        return tasks.stream().filter(task -> task.failure != null && !task.failureSeen).map(task -> task.failure)
                .toList();
    }

    private Instant after(Duration duration) {
        return now.plus(duration.compareTo(NO_LIMIT) > 0 ? NO_LIMIT : duration);
    }

    private SimTask current() {
        Thread thread = Thread.currentThread();
        if (running == main && tasks.stream().noneMatch(task -> task.thread == thread)) {
            main.thread = thread;
        }
        if (running.thread != thread) {
            throw new IllegalStateException(
                    "Thread `" + thread.getName() + "` is no task of the simulated clock, or not the one that runs.");
        }
        return running;
    }

    private static void pass(Deadline deadline) {
        throw SimTask.passed(deadline);
    }

    private void live(SimTask task, Runnable body) {
        task.awaitBaton();
        try {
            task.throwIfCancelled();
            body.run();
        } catch (Cancelled e) {
            task.failureSeen = true;
        } catch (RuntimeException | Error e) {
            task.failure = e;
        }
        task.ended = true;
        if (task.failure == null) {
            tasks.remove(task);
        }
        task.joiners.forEach(this::wake);
        next().giveBaton();
    }

    /** Lets the others run until {@code moment}, or until somebody wakes this task. */
    private void waitUntil(SimTask me, Instant moment, String what) {
        me.throwIfCancelled();
        Alarm alarm = at(moment, () -> wake(me));
        suspend(me, what);
        alarm.cancel();
    }

    private void suspend(SimTask me, String what) {
        me.waitsFor = what;
        SimTask next = next();
        if (next != me) {
            next.giveBaton();
            me.awaitBaton();
        }
        running = me;
        me.waitsFor = "";
        if (me == main && defect != null) {
            throw defect;
        }
        me.throwIfCancelled();
    }

    private void wake(SimTask task) {
        if (!task.waitsFor.isEmpty()) {
            task.waitsFor = "";
            ready.add(task);
        }
    }

    /** The task that goes on, after time has jumped as far as it must; {@code main} where none can. */
    private SimTask next() {
        try {
            while (ready.isEmpty()) {
                EventQueue.Entry event = events.next().orElseThrow(this::deadlock);
                now = event.moment();
                event.happening().run();
            }
            running = ready.remove();
        } catch (RuntimeException e) {
            defect = e;
            running = main;
        }
        return running;
    }

    private IllegalStateException deadlock() {
        String waiting = tasks.stream().filter(task -> !task.ended)
                .map(task -> "`" + task.name + "` " + task.waitsFor).collect(Collectors.joining(", "));
        return new IllegalStateException(
                "Deadlock at " + now + " of simulated time: nothing is left to happen, and " + waiting + ".");
    }

    private final class Handle implements Task {
        private final SimTask task;

        Handle(SimTask task) {
            this.task = task;
        }

        @Override
        public void join() {
            SimTask me = current();
            me.throwIfCancelled();
            Optional<Deadline> deadline = me.nextDeadline();
            if (!task.ended) {
                task.joiners.add(me);
                Alarm alarm = deadline.map(next -> at(next.moment(), () -> wake(me))).orElse(() -> {});
                suspend(me, "waits for the end of `" + task.name + "`");
                alarm.cancel();
                task.joiners.remove(me);
            }
            if (!task.ended) {
                deadline.ifPresent(SimClock::pass);
            }
            rethrow();
        }

        private void rethrow() {
            if (!task.failureSeen) {
                tasks.remove(task);
            }
            switch (task.failure) {
                case null -> {
                }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(task.failure);
            }
        }

        @Override
        public void cancel() {
            task.cancelled = true;
            if (task.cancellationCounts()) {
                wake(task);
            }
        }
    }
}
