package dev.lifeboat.interpreter.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Real time. Tasks are virtual threads. What is still busy when its time is up, or when it is cancelled, is given a grace to end in order (adapters end their
 * work by {@link #remaining}, and say how that went) and is then interrupted.
 */
@RealWorld
public final class SystemClock implements Clock {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration BREATH = Duration.ofMillis(1);

    private final Duration grace;
    // The machine's clock may be set while a run goes on; how long something took must not change by that.
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final ThreadLocal<Strand> strands;
    private final ConcurrentHashMap<String, SystemTask> running = new ConcurrentHashMap<>();
    private final Collection<SystemTask> failed = new ConcurrentLinkedQueue<>();

    public SystemClock() {
        this(GRACE);
    }

    SystemClock(Duration grace) {
        this.grace = grace;
        strands = ThreadLocal.withInitial(() -> new Strand(Thread.currentThread(), grace));
    }

    @Override
    public Instant now() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }

    @Override
    public void sleep(Duration duration) {
        strands.get().await(() -> false, limited(duration).toNanos());
    }

    @Override
    public void giveWay() {
        sleep(BREATH);
    }

    @Override
    public Task fork(String name, Runnable body) {
        SystemTask task = new SystemTask(this, name, body, grace);
        if (running.putIfAbsent(name, task) != null) {
            throw new IllegalArgumentException("A task `" + name + "` is running already.");
        }
        task.start();
        return task;
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        Strand me = strands.get();
        me.enter(limited(limit));
        try {
            return call(me, body);
        } finally {
            me.leave();
        }
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        Strand me = strands.get();
        long began = System.nanoTime();
        Deque<Watchdog> aside = me.suspend();
        try {
            return call(me, body);
        } finally {
            me.resume(aside, System.nanoTime() - began);
        }
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        Strand me = strands.get();
        Deque<Watchdog> aside = me.suspend();
        boolean before = me.shield(true);
        try {
            within(limit, () -> {
                body.run();
                return null;
            });
        } finally {
            me.shield(before);
            me.resume(aside, 0);
        }
    }

    private static <T> T call(Strand me, Callable<T> body) {
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            throw me.interrupted();
        } catch (Exception e) {
            throw new IllegalStateException("A task ended by a checked exception: " + e, e);
        }
    }

    @Override
    public Duration remaining() {
        return strands.get().remaining();
    }

    /** What ended tasks that nobody joined: a defect that would otherwise go unseen. */
    public List<Throwable> unseenFailures() {
        return failed.stream().filter(task -> !task.seen()).map(SystemTask::failure).toList();
    }

    private static Duration limited(Duration duration) {
        return duration.compareTo(NO_LIMIT) > 0 ? NO_LIMIT : duration;
    }

    Strand strand() {
        return strands.get();
    }

    void begins(Strand strand) {
        strands.set(strand);
    }

    void ended(String name, SystemTask task) {
        running.remove(name);
        if (task.failure() != null) {
            failed.add(task);
        }
    }
}
