package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.EndedSessions;
import dev.lifeboat.builtins.mysql.Grants;
import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import dev.lifeboat.builtins.mysql.Privilege;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    private static final Privilege TO_SEE_OTHERS = Privilege.of("PROCESS");
    private static final Privilege TO_END_OTHERS = Privilege.of("CONNECTION_ADMIN");

    private JdbcSessions() {}

    /** Without PROCESS MySQL shows an account its own sessions alone, as if there were no others: that must not pass for all. */
    static List<Session> others(Connection connection) throws SQLException {
        if (lacks(connection, TO_SEE_OTHERS)) {
            throw new SQLException("without PROCESS it sees no sessions but its own", "42000",
                    MySqlErrors.NO_PRIVILEGE);
        }
        List<Session> sessions = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(OTHERS)) {
            while (row.next()) {
                sessions.add(new Session(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
        }
        return sessions;
    }

    static EndedSessions kill(Connection connection) throws SQLException {
        return kill(connection, List.of());
    }

    /** All but those of these users. */
    static EndedSessions kill(Connection connection, List<String> except) throws SQLException {
        Set<String> untouchable = systemUsers(connection);
        Set<String> spared = new TreeSet<>();
        int ended = 0;
        try (Statement statement = connection.createStatement()) {
            for (Session session : others(connection)) {
                if (except.contains(session.user())) {
                    continue;
                }
                switch (untouchable.contains(session.user()) ? Kill.REFUSED : kill(statement, session.id())) {
                    case ENDED -> ended++;
                    case GONE -> {
                    }
                    case REFUSED -> spared.add(session.user());
                }
            }
        }
        return new EndedSessions(ended, List.copyOf(spared));
    }

    private enum Kill {
        ENDED,
        /** It had ended by itself. */
        GONE,
        /** Its account has SYSTEM_USER, and ours has not. */
        REFUSED
    }

    /** As far as ours may see; of an account that has no SYSTEM_USER itself they are refused anyway. */
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

    /** MySQL gives the same answer (1095) to an account that may end nobody's sessions: then it is an error. */
    private static Kill kill(Statement statement, long id) throws SQLException {
        try {
            statement.execute("KILL " + id);
            return Kill.ENDED;
        } catch (SQLException e) {
            boolean refused = e.getErrorCode() == MySqlErrors.NOT_OWNER_OF_THREAD
                    && !lacks(statement.getConnection(), TO_END_OTHERS);
            if (!refused && e.getErrorCode() != MySqlErrors.NO_SUCH_THREAD) {
                throw e;
            }
            return refused ? Kill.REFUSED : Kill.GONE;
        }
    }

    private static boolean lacks(Connection connection, Privilege privilege) throws SQLException {
        return Grants.of(JdbcStatus.grants(connection)).lack(privilege).isPresent();
    }
}
