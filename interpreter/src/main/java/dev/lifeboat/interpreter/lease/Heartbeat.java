package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says every few seconds that a holder lives. It is for people: nothing is decided by it, so that one that can't be written ends nothing. */
@RealWorld
final class Heartbeat implements AutoCloseable {
    private static final long EVERY_SECONDS = 5;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final Runnable beat;
    private volatile Optional<String> problem = Optional.empty();

    private Heartbeat(Runnable beat) {
        this.beat = beat;
    }

    static Heartbeat start(Runnable beat) {
        var heartbeat = new Heartbeat(beat);
        heartbeat.once();
        Thread.ofVirtual().name("heartbeat of the lease").start(heartbeat::live);
        return heartbeat;
    }

    private void live() {
        while (!isOver()) {
            once();
        }
    }

    private void once() {
        try {
            beat.run();
            problem = Optional.empty();
        } catch (Failure unwritten) {
            problem = Optional.of(unwritten.getMessage());
        }
    }

    private boolean isOver() {
        try {
            return end.get(EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Nobody interrupts a heartbeat.", e);
        }
    }

    /** Why the last beat is not there; empty where it is. */
    Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        end.complete(true);
    }
}
