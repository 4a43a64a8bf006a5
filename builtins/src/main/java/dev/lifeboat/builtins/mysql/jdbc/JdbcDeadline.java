package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Our own deadline of a statement: when it is over, the statement's thread is killed on its server, the connection is thrown away, and what was seen is told.
 * That is done by a thread that nobody interrupts, so that it is done to the end.
 */
@RealWorld
final class JdbcDeadline {
    /** To kill a thread and to see that it is gone; a server that does not answer has to be given up as well. */
    private static final Duration MOST_TO_END = Duration.ofSeconds(5);
    private final JdbcThread thread;
    private final Connection connection;
    private final CompletableFuture<Boolean> toEnd = new CompletableFuture<>();
    private final List<String> evidence = new CopyOnWriteArrayList<>();
    private final Thread watchdog;
    private volatile boolean passed;

    JdbcDeadline(JdbcThread thread, Connection connection, Duration limit) {
        this.thread = thread;
        this.connection = connection;
        this.watchdog = Thread.ofVirtual().name("deadline of " + thread).start(() -> watch(limit));
    }

    private void watch(Duration limit) {
        if (isToEnd(limit)) {
            evidence.add(thread.kill());
            abort();
        }
    }

    private boolean isToEnd(Duration limit) {
        try {
            return toEnd.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException over) {
            passed = true;
            return true;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Nobody interrupts a deadline.", e);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            evidence.add("its connection could not be closed: " + e.getMessage());
        }
    }

    /** Ends the statement now. */
    void end() {
        toEnd.complete(true);
        awaitWatchdog();
    }

    /** Whether the time was up. */
    boolean passed() {
        return passed;
    }

    /** What was seen when the statement was ended; empty where it was not. */
    List<String> evidence() {
        return List.copyOf(evidence);
    }

    /** The statement has ended by itself, or is being ended: returns when that is over, so that the evidence is whole. */
    void close() {
        toEnd.complete(false);
        awaitWatchdog();
    }

    private void awaitWatchdog() {
        boolean interrupted = Thread.interrupted();
        long until = System.nanoTime() + MOST_TO_END.toNanos();
        for (long left = MOST_TO_END.toNanos(); watchdog.isAlive() && left > 0; left = until - System.nanoTime()) {
            try {
                watchdog.join(Duration.ofNanos(left));
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
