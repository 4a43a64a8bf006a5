package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.interpreter.builtin.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who holds what a change of the whole server waits for: sessions with locked tables, and statements that write. */
final class JdbcLocks {
    private static final String HOLDERS = """
            SELECT DISTINCT t.PROCESSLIST_ID AS id, t.PROCESSLIST_USER AS user, t.PROCESSLIST_HOST AS host, t.PROCESSLIST_TIME AS seconds,
                   t.PROCESSLIST_COMMAND AS command
              FROM performance_schema.metadata_locks l JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID
             WHERE l.OBJECT_TYPE IN ('GLOBAL', 'COMMIT') AND l.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID <> CONNECTION_ID()
             ORDER BY id
            """;

    private JdbcLocks() {}

    /** As {@link MySqlStatements#execute}; where it waited in vain, it says for whom. */
    static void execute(Connection connection, JdbcLogin login, String doing, String... statements)
            throws SQLException {
        try {
            MySqlStatements.execute(connection, login, doing, statements);
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.LOCK_WAIT_TIMEOUT) {
                throw e;
            }
            throw blocked(JdbcErrors.failure(login, doing, e, false), connection);
        }
    }

    private static Failure blocked(Failure failure, Connection connection) {
        try {
            return failure.evidence(holders(connection));
        } catch (SQLException unseen) {
            failure.addSuppressed(unseen);
            return failure.evidence(List.of("who holds the lock could not be seen: " + unseen.getMessage()));
        }
    }

    private static List<String> holders(Connection connection) throws SQLException {
        List<String> holders = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(HOLDERS)) {
            while (row.next()) {
                holders.add(held(row.getLong("id"), row.getString("user"), row.getString("host"),
                        Duration.ofSeconds(row.getLong("seconds")), row.getString("command")));
            }
        }
        return holders;
    }

    /** The same words as in the simulator. */
    private static String held(long id, String user, String host, Duration since, String command) {
        return MySqlHints.holder(id, user, host) + ", " + command.toLowerCase(Locale.ROOT) + " since "
                + since.toSeconds() + " s";
    }
}
