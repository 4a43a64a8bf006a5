package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The sessions that earlier holders of a cluster's lease have open on one server, by their attributes. Each look and each kill goes through one connection, so
 * that it is the same server which all is said of: through {@code threads}, in which an account sees those of others too, whatever it may do. Sessions of Lifeboat's own account without any attribute count as theirs: the server may keep none.
 */
@RealWorld
public final class FormerSessions {
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String LOOK_AGAIN = "DO SLEEP(0.05)";
    private static final String OPEN = """
            SELECT t.PROCESSLIST_ID FROM performance_schema.threads t
              LEFT JOIN performance_schema.session_connect_attrs c ON c.PROCESSLIST_ID = t.PROCESSLIST_ID AND c.ATTR_NAME = ?
              LEFT JOIN performance_schema.session_connect_attrs e ON e.PROCESSLIST_ID = t.PROCESSLIST_ID AND e.ATTR_NAME = ?
             WHERE t.TYPE = 'FOREGROUND' AND t.PROCESSLIST_ID <> CONNECTION_ID()
               AND (c.ATTR_VALUE = ? AND CAST(e.ATTR_VALUE AS UNSIGNED) < ?
                    OR t.PROCESSLIST_USER = SUBSTRING_INDEX(USER(), '@', 1)
                       AND NOT EXISTS (SELECT 1 FROM performance_schema.session_connect_attrs a WHERE a.PROCESSLIST_ID = t.PROCESSLIST_ID))
             ORDER BY t.PROCESSLIST_ID
            """;
    private final JdbcWays ways;
    private final SessionMark mark;
    private final Duration limit;

    /** @param mark of the new holder */
    public FormerSessions(JdbcWays ways, SessionMark mark) {
        this(ways, mark, MOST);
    }

    FormerSessions(JdbcWays ways, SessionMark mark, Duration limit) {
        this.ways = ways;
        this.mark = mark;
        this.limit = limit;
    }

    /** How it went, each time as a line for people. */
    public sealed interface End {
        String what();

        record Gone(String what) implements End {}

        record Running(String what) implements End {}

        record OutOfReach(String what) implements End {}
    }

    /** Ends them, and waits until they are gone. */
    public End end() {
        try (Connection connection = ways.open(limit)) {
            return end(connection);
        } catch (SQLException e) {
            NoConnection why = ways.why(e);
            return new End.OutOfReach(ways.name() + " can't be reached (" + why.detail()
                    + "): what the former holder has open there goes on");
        }
    }

    private End end(Connection connection) throws SQLException {
        long began = System.nanoTime();
        Set<Long> found = new TreeSet<>();
        for (Set<Long> open = open(connection); !open.isEmpty(); open = open(connection)) {
            found.addAll(open);
            if (!kill(connection, open)) {
                return new End.Running(threads(open) + " on " + ways.name()
                        + " may not be ended by this account, which is another one and lacks CONNECTION_ADMIN: STILL RUNNING");
            }
            if (System.nanoTime() - began > limit.toNanos()) {
                return new End.Running(threads(open) + " on " + ways.name() + " killed, STILL RUNNING");
            }
        }
        return new End.Gone(found.isEmpty()
                ? ways.name() + ": the former holder had nothing open"
                : threads(found) + " on " + ways.name() + " killed, gone after " + tenths(began));
    }

    private Set<Long> open(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, SessionMark.CLUSTER);
            statement.setString(2, SessionMark.EPOCH);
            statement.setString(3, mark.cluster());
            statement.setLong(4, mark.lease().epoch());
            Set<Long> threads = new TreeSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    threads.add(row.getLong(1));
                }
            }
            return threads;
        }
    }

    /** @return whether it may */
    private static boolean kill(Connection connection, Set<Long> threads) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (long thread : threads) {
                kill(statement, thread);
            }
            statement.execute(LOOK_AGAIN);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.NOT_OWNER_OF_THREAD) {
                throw e;
            }
            return false;
        }
    }

    private static void kill(Statement statement, long thread) throws SQLException {
        try {
            statement.execute("KILL " + thread);
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    private static String threads(Set<Long> threads) {
        return (threads.size() == 1 ? "thread " : "threads ")
                + threads.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String tenths(long began) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
    }
}
