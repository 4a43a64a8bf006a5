package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * The thread of a connection on its server, so that it can be killed there. The number of a thread is another's after a restart, and behind a proxy on another
 * server: the server's {@code server_uuid} and its uptime are compared first.
 *
 * @param uptime of the server when the connection was opened, in seconds
 * @param known  when that was, in nanoseconds of this machine
 */
@RealWorld
record JdbcThread(JdbcWays ways, long id, String uuid, long uptime, long known) {
    private static final Duration TO_KILL = Duration.ofSeconds(1);
    private static final int LOOKS = 10;
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
        long began = System.nanoTime();
        try (Connection second = ways.openWithin(TO_KILL); Statement statement = second.createStatement()) {
            JdbcThread now = of(ways, second);
            if (!now.uuid.equals(uuid)) {
                return this + " was not killed: the address now leads to another server";
            }
            if (now.uptime + UPTIME_ROUNDING < uptime + (now.known - known) / 1_000_000_000L) {
                return this + " ended with its server, which has been restarted";
            }
            statement.execute("KILL " + id);
            return this + (gone(statement) ? " killed, gone after " + tenths(began) : " killed, STILL RUNNING");
        } catch (SQLException e) {
            return e.getErrorCode() == MySqlErrors.NO_SUCH_THREAD
                    ? this + " had ended by itself"
                    : outOfReach(ways.why(e));
        }
    }

    private String outOfReach(NoConnection why) {
        return why.answer() == Answer.REFUSED
                ? this + " ended with its server: " + why.detail()
                : this + " could not be killed, it may be STILL RUNNING: " + why.detail();
    }

    private boolean gone(Statement statement) throws SQLException {
        for (int look = 0; look < LOOKS; look++) {
            if (!isListed(statement)) {
                return true;
            }
            statement.execute("DO SLEEP(0.1)");
        }
        return false;
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
