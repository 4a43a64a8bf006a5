package dev.lifeboat.interpreter.world;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** A task on real time: a virtual thread. */
@RealWorld
final class SystemTask implements Clock.Task {
    private final SystemClock clock;
    private final String name;
    private final Thread thread;
    private final Strand strand;
    private final Collection<Thread> joiners = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;
    private volatile boolean seen;
    private volatile Throwable failure;

    SystemTask(SystemClock clock, String name, Runnable body, Duration grace) {
        this.clock = clock;
        this.name = name;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> live(body));
        this.strand = new Strand(thread, grace);
    }

    void start() {
        thread.start();
    }

    private void live(Runnable body) {
        clock.begins(strand);
        try {
            strand.check();
            body.run();
        } catch (Clock.Cancelled e) {
            seen = true;
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        strand.end();
        clock.ended(name, this);
        ended = true;
        joiners.forEach(LockSupport::unpark);
    }

    @Override
    public void join() {
        joiners.add(Thread.currentThread());
        clock.strand().await(() -> ended, Clock.NO_LIMIT.toNanos());
        seen = true;
        switch (failure) {
            case null -> {
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    @Override
    public void cancel() {
        strand.cancel();
    }

    boolean seen() {
        return seen;
    }

    Throwable failure() {
        return failure;
    }
}
