package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a connection on its server, so that it can be killed there. The number of a thread is another's after a restart, and behind a proxy on another
 * server: the server's {@code server_uuid} and its uptime are compared first.
 *
 * @param uptime of the server when the connection was opened, in seconds
 * @param known  when that was, in nanoseconds of this machine
 */
@RealWorld
record JdbcThread(JdbcWays ways, long id, String uuid, long uptime, long known) {
    private static final Duration TO_CONNECT = Duration.ofSeconds(1);
    private static final long MILLIS_TO_DIE = 500;
    private static final Duration TO_LOOK = Duration.ofMillis(1_400);
    private static final Duration IN_ALL = Duration.ofMillis(1_800);
    private static final long UPTIME_ROUNDING = 2;
    private static final String IDENTITY = """
            SELECT CONNECTION_ID(), @@server_uuid,
                   (SELECT VARIABLE_VALUE FROM performance_schema.global_status WHERE VARIABLE_NAME = 'Uptime')
            """;

    static JdbcThread of(JdbcWays ways, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(IDENTITY)) {
            row.next();
            return new JdbcThread(ways, row.getLong(1), row.getString(2), row.getLong(3), System.nanoTime());
        }
    }

    /** Kills it and looks whether it is gone. @return what was seen */
    String kill() {
        try {
            return JdbcPatience.within(IN_ALL, this::killed);
        } catch (SQLException e) {
            return e.getErrorCode() == MySqlErrors.NO_SUCH_THREAD
                    ? this + " had ended by itself"
                    : outOfReach(ways.why(e));
        }
    }

    private String killed() throws SQLException {
        long began = System.nanoTime();
        try (Connection second = second(); Statement statement = second.createStatement()) {
            JdbcThread now = of(ways, second);
            if (!now.uuid.equals(uuid)) {
                return this + " was not killed: the address now leads to another server";
            }
            if (now.uptime + UPTIME_ROUNDING < uptime + (now.known - known) / 1_000_000_000L) {
                return this + " ended with its server, which has been restarted";
            }
            statement.execute("KILL " + id);
            return this + (gone(statement, began + TO_LOOK.toNanos())
                    ? " killed, gone after " + tenths(began)
                    : " killed, STILL RUNNING");
        }
    }

    /** A server that is being killed still accepts for a moment, and then closes without a word. */
    private Connection second() throws SQLException {
        try {
            return ways.openWithin(TO_CONNECT);
        } catch (SQLException e) {
            if (!NoConnection.wasClosed(e)) {
                throw e;
            }
            new CompletableFuture<>().completeOnTimeout(e, MILLIS_TO_DIE, TimeUnit.MILLISECONDS).join();
            return ways.openWithin(TO_CONNECT);
        }
    }

    private String outOfReach(NoConnection why) {
        return why.answer() == Answer.REFUSED
                ? this + " ended with its server: " + why.detail()
                : this + " could not be killed, it may be STILL RUNNING: " + why.detail();
    }

    private boolean gone(Statement statement, long until) throws SQLException {
        boolean listed = isListed(statement);
        while (listed && System.nanoTime() < until) {
            statement.execute("DO SLEEP(0.1)");
            listed = isListed(statement);
        }
        return !listed;
    }

    private boolean isListed(Statement statement) throws SQLException {
        try (ResultSet row = statement
                .executeQuery("SELECT 1 FROM performance_schema.processlist WHERE ID = " + id)) {
            return row.next();
        }
    }

    private static String tenths(long began) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
    }

    @Override
    public String toString() {
        return "thread " + id + " on " + ways.name();
    }
}
