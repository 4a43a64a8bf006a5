package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Our own deadline of a statement: when it is over, the statement's thread is killed on the very server on which it runs (its {@code server_uuid} is compared
 * first, since behind a proxy the number could be another's), the connection is thrown away, and what was seen is told.
 */
@RealWorld
final class JdbcDeadline implements AutoCloseable {
    private static final Duration TO_KILL = Duration.ofSeconds(1);
    private final JdbcLogin login;
    private final Connection connection;
    private final long thread;
    private final String uuid;
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<String> evidence = new CopyOnWriteArrayList<>();
    private final Thread watchdog;

    private JdbcDeadline(JdbcLogin login, Connection connection, long thread, String uuid, Duration limit) {
        this.login = login;
        this.connection = connection;
        this.thread = thread;
        this.uuid = uuid;
        this.watchdog = Thread.ofVirtual().name("deadline of " + login.name()).start(() -> watch(limit));
    }

    static JdbcDeadline of(JdbcLogin login, Connection connection, Duration limit) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID(), @@server_uuid")) {
            row.next();
            return new JdbcDeadline(login, connection, row.getLong(1), row.getString(2), limit);
        }
    }

    private void watch(Duration limit) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the statement now. */
    void end() {
        evidence.add(kill());
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            evidence.add("its connection could not be closed: " + e.getMessage());
        }
    }

    private String kill() {
        String which = "thread " + thread + " on " + login.name();
        long began = System.nanoTime();
        try (Connection second = JdbcConnections.open(login, TO_KILL); Statement statement = second.createStatement()) {
            if (!uuid.equals(single(statement, "SELECT @@server_uuid").orElse(""))) {
                return which + " was not killed: the address now leads to another server";
            }
            statement.execute("KILL " + thread);
            return which + (gone(statement) ? " killed, gone after " + tenths(began) : " killed, STILL RUNNING");
        } catch (SQLException e) {
            return e.getErrorCode() == MySqlErrors.NO_SUCH_THREAD
                    ? which + " had ended by itself"
                    : which + " could not be killed, it may be STILL RUNNING: " + e.getMessage();
        }
    }

    private boolean gone(Statement statement) throws SQLException {
        for (int look = 0; look < 10; look++) {
            if (single(statement, "SELECT 1 FROM performance_schema.processlist WHERE ID = " + thread).isEmpty()) {
                return true;
            }
            single(statement, "SELECT SLEEP(0.1)");
        }
        return false;
    }

    private static Optional<String> single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private static String tenths(long began) {
        return String.format(java.util.Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    /** What was seen when the statement was ended; empty where it was not. */
    List<String> evidence() {
        return List.copyOf(evidence);
    }

    /** Waits until the watchdog has ended, so that its evidence is whole. */
    @Override
    public void close() {
        done.countDown();
        boolean interrupted = Thread.interrupted();
        try {
            watchdog.join(TO_KILL.multipliedBy(5));
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
