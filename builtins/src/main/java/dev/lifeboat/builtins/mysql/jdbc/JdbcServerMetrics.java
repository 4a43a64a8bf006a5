package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A server's counters: its status, since {@code performance_schema.global_status} leaves out {@code Com_…}, and the times of {@code performance_schema}. */
public final class JdbcServerMetrics implements ServerMetrics {
    private static final String STATEMENTS = "Questions";
    /** A prepared statement counts too, each time it is executed. */
    private static final String STATUS = """
            SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_insert', 'Com_insert_select', 'Com_replace',
                'Com_replace_select', 'Com_update', 'Com_update_multi', 'Com_delete', 'Com_delete_multi', 'Com_load')""";
    private static final String TIMES = """
            SELECT UNIX_TIMESTAMP(NOW(6)) AS at, SUM(COUNT_STAR) AS timed, SUM(SUM_TIMER_WAIT) AS picoseconds
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
        Map<String, Long> status = status(connection);
        long statements = status.remove(STATEMENTS);
        long writes = status.values().stream().mapToLong(Long::longValue).sum();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(TIMES)) {
            row.next();
            return new Counters(JdbcStatus.instant(row, "at").orElseThrow(), statements, writes, row.getLong("timed"),
                    row.getBigDecimal("picoseconds").longValue());
        }
    }

    private static Map<String, Long> status(Connection connection) throws SQLException {
        Map<String, Long> status = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(STATUS)) {
            while (row.next()) {
                status.put(row.getString("Variable_name"), row.getLong("Value"));
            }
        }
        return status;
    }
}
