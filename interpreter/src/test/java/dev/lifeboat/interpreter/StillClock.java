package dev.lifeboat.interpreter;

import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** Time for tests with one task: it stands still until somebody sleeps. */
public final class StillClock implements Clock {
    public static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private Instant now = START;
    private final Deque<Instant> deadlines = new ArrayDeque<>();

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        Duration left = remaining();
        now = now.plus(duration.compareTo(left) < 0 ? duration : left);
        if (remaining().isZero()) {
            throw new DeadlinePassed(deadlines.peekLast());
        }
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        deadlines.addLast(now.plus(limit));
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            deadlines.removeLast();
        }
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        throw new UnsupportedOperationException("Nobody waits for a person here.");
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        Deque<Instant> aside = new ArrayDeque<>(deadlines);
        deadlines.clear();
        try {
            within(limit, () -> {
                body.run();
                return null;
            });
        } finally {
            deadlines.addAll(aside);
        }
    }

    @Override
    public Task fork(String name, Runnable body) {
        throw new UnsupportedOperationException("There is one task.");
    }

    @Override
    public Duration remaining() {
        return deadlines.stream().min(Instant::compareTo).map(end -> Duration.between(now, end)).orElse(NO_LIMIT);
    }
}
