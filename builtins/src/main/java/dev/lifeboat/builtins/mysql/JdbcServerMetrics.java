package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A server's counters in {@code performance_schema}. */
public final class JdbcServerMetrics implements ServerMetrics {
    /** {@code Com_…} counts a prepared statement too, each time it is executed. */
    private static final String COUNTERS = """
            SELECT UNIX_TIMESTAMP(NOW(6)) AS at,
                (SELECT VARIABLE_VALUE FROM performance_schema.global_status WHERE VARIABLE_NAME = 'Questions') AS statements,
                (SELECT SUM(VARIABLE_VALUE) FROM performance_schema.global_status
                    WHERE VARIABLE_NAME IN ('Com_insert', 'Com_insert_select', 'Com_replace', 'Com_replace_select', 'Com_update',
                        'Com_update_multi', 'Com_delete', 'Com_delete_multi', 'Com_load')) AS writes,
                SUM(COUNT_STAR) AS timed, SUM(SUM_TIMER_WAIT) AS picoseconds
            FROM performance_schema.events_statements_summary_global_by_event_name""";
    private final String name;
    private final JdbcSession session;

    public JdbcServerMetrics(JdbcLogin login, Optional<JdbcLogin> admin, Clock clock, IdentityGuard guard) {
        name = login.name();
        session = new JdbcSession(login, admin, clock, guard);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Counters counters() {
        return session.observe("read its counters", JdbcServerMetrics::read);
    }

    /** Of picoseconds there may be more than fit; what is cut off is cut off of both of two looks. */
    private static Counters read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Counters(JdbcStatus.instant(row, "at").orElseThrow(), row.getLong("statements"),
                    row.getLong("writes"), row.getLong("timed"), row.getBigDecimal("picoseconds").longValue());
        }
    }
}
