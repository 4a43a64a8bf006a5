package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.world.RealWorld;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Bounds a whole talk with a server. The driver bounds each wait for the next byte only, and an answer may come a byte at a time for ever. The talk is had in a
 * virtual thread, which an interruption gets out of its socket.
 */
@RealWorld
public final class JdbcPatience {

    @FunctionalInterface
    public interface Talk<T> {
        T had() throws SQLException;
    }

    private JdbcPatience() {}

    public static <T> T within(Duration limit, Talk<T> talk) throws SQLException {
        return within(limit, talk, unwanted -> {});
    }

    /**
     * @param unwanted what to do with what it came to after it was given up
     * @throws SQLTimeoutException where it was not over in time
     */
    static <T> T within(Duration limit, Talk<T> talk, Consumer<T> unwanted) throws SQLException {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread talker = Thread.ofVirtual().name("talk of " + Thread.currentThread().getName())
                .start(() -> have(talk, outcome, unwanted));
        try {
            return await(limit, outcome);
        } finally {
            // Whoever completes it first decides whose what comes of it is.
            outcome.cancel(false);
            talker.interrupt();
        }
    }

    private static <T> void have(Talk<T> talk, CompletableFuture<T> outcome, Consumer<T> unwanted) {
        try {
            T result = talk.had();
            if (!outcome.complete(result)) {
                unwanted.accept(result);
            }
        } catch (SQLException | RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    private static <T> T await(Duration limit, CompletableFuture<T> outcome) throws SQLException {
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException over) {
            throw givenUp("The time was up.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp("It was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failed) {
                throw failed;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private static SQLTimeoutException givenUp(String why) {
        return new SQLTimeoutException(why, "08S01", new SocketTimeoutException(why));
    }
}
