package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sessions of a server that are neither its own, nor replication's, nor Lifeboat's. */
final class JdbcSessions {
    private static final String OTHERS = """
            SELECT p.ID, p.USER, p.HOST, t.TRX_ID IS NOT NULL AS in_transaction
              FROM performance_schema.processlist p LEFT JOIN information_schema.INNODB_TRX t ON t.TRX_MYSQL_THREAD_ID = p.ID
             WHERE p.USER NOT IN ('system user', 'unauthenticated user', 'event_scheduler', 'mysql.session', SUBSTRING_INDEX(USER(), '@', 1))
               AND p.COMMAND NOT LIKE 'Binlog Dump%' AND p.COMMAND <> 'Daemon'
             ORDER BY p.ID
            """;

    private static final String SYSTEM_USERS = """
            SELECT DISTINCT SUBSTRING_INDEX(GRANTEE, '@', 1) AS quoted
              FROM information_schema.USER_PRIVILEGES WHERE PRIVILEGE_TYPE = 'SYSTEM_USER'
            """;

    private JdbcSessions() {}

    static List<Session> others(Connection connection) throws SQLException {
        List<Session> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(OTHERS)) {
            while (row.next()) {
                sessions.add(new Session(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return sessions;
    }

    /** @return how many were ended. Those of accounts with SYSTEM_USER go on: they are people who look after the server. One that ended by itself meanwhile does not count. */
    static int kill(Connection connection) throws SQLException {
        return kill(connection, List.of());
    }

    /** All but those of these users. */
    static int kill(Connection connection, List<String> except) throws SQLException {
        Set<String> kept = systemUsers(connection);
        kept.addAll(except);
        int killed = 0;
        try (Statement statement = connection.createStatement()) {
            for (Session session : others(connection)) {
                killed += !kept.contains(session.user()) && kill(statement, session.id()) ? 1 : 0;
            }
        }
        return killed;
    }

    private static Set<String> systemUsers(Connection connection) throws SQLException {
        Set<String> users = new HashSet<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SYSTEM_USERS)) {
            while (row.next()) {
                String quoted = row.getString("quoted");
                users.add(quoted.substring(1, Math.max(1, quoted.length() - 1)));
            }
        }
        return users;
    }

    private static boolean kill(Statement statement, long id) throws SQLException {
        try {
            statement.execute("KILL " + id);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == MySqlErrors.NO_SUCH_THREAD
                    || e.getErrorCode() == MySqlErrors.NOT_OWNER_OF_THREAD) {
                return false;
            }
            throw e;
        }
    }
}
