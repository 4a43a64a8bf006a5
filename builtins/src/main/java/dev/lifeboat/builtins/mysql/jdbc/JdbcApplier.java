package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.builtin.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Tells an applier to stop that may take a minute for it. */
final class JdbcApplier {
    private static final String DOING = "stop its applier";
    /** One that has nothing to wait for stops within some milliseconds; whether it was told is looked at on another connection, which takes longer than the way there. */
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    /** The statement goes on where nobody waits for it any more: it can't be killed. */
    private static final String STOPS = """
            SELECT EXISTS (SELECT 1 FROM performance_schema.processlist WHERE ID = %d AND INFO LIKE '%%STOP REPLICA%%')
                OR NOT EXISTS (SELECT 1 FROM performance_schema.replication_applier_status WHERE SERVICE_STATE = 'ON')
            """;

    private JdbcApplier() {}

    static void tellToStop(JdbcSession session) {
        session.change(DOING, JdbcApplier::told).filter(thread -> !stops(session, thread)).ifPresent(thread -> {
            throw Failure.unknown("Nobody knows whether the applier of `" + session.login().name()
                    + "` was told to stop: it goes on, and the statement is gone.");
        });
    }

    /** @return the thread that still waits for it on the server; its connection can't be closed in peace, which would wait for an answer, too */
    private static Optional<Long> told(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long thread = first(statement, "SELECT CONNECTION_ID()");
            connection.setNetworkTimeout(Runnable::run, (int) A_MOMENT.toMillis());
            if (told(statement)) {
                return Optional.empty();
            }
            connection.abort(Runnable::run);
            return Optional.of(thread);
        }
    }

    private static boolean told(Statement statement) throws SQLException {
        try {
            statement.execute("STOP REPLICA SQL_THREAD");
            return true;
        } catch (SQLException e) {
            if (JdbcErrors.timedOut(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean stops(JdbcSession session, long thread) {
        return session.observe("look whether its applier stops", connection -> {
            try (Statement statement = connection.createStatement()) {
                return first(statement, STOPS.formatted(thread)) == 1;
            }
        });
    }

    private static long first(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
