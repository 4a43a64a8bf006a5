package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlVersion;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Statements that change a definition. The names in them are those that the server itself gives, quoted. */
final class JdbcAlterations {
    /** From here on it is `DISABLE ON REPLICA`; before it is `DISABLE ON SLAVE` alone. */
    private static final MySqlVersion SAYS_REPLICA = MySqlVersion.of(8, 2);

    private JdbcAlterations() {}

    /** Whoever alters an event becomes its definer, and the event may then do what Lifeboat may: so the definer is named. Empty where there is no such event. */
    static Optional<String> event(Connection connection, String event, EventState state) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT EVENT_SCHEMA, EVENT_NAME, DEFINER, VERSION() FROM information_schema.EVENTS
                 WHERE CONCAT(EVENT_SCHEMA, '.', EVENT_NAME) = ?
                """)) {
            statement.setString(1, event);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of("ALTER DEFINER = " + account(row.getString(3)) + " EVENT "
                                + identifier(row.getString(1)) + "." + identifier(row.getString(2)) + " "
                                + word(state, row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    private static String word(EventState state, String version) {
        return switch (state) {
            case ENABLED -> "ENABLE";
            case DISABLED -> "DISABLE";
            case REPLICA_SIDE_DISABLED -> MySqlVersion.ofServer(version)
                    .filter(known -> known.compareTo(SAYS_REPLICA) < 0).isPresent()
                            ? "DISABLE ON SLAVE"
                            : "DISABLE ON REPLICA";
        };
    }

    /** Empty where there is no such account. */
    static Optional<String> account(Connection connection, String account, boolean locked) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT User, Host FROM mysql.user WHERE CONCAT(User, '@', Host) = ?")) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of("ALTER USER " + literal(row.getString(1)) + "@" + literal(row.getString(2))
                                + " ACCOUNT " + (locked ? "LOCK" : "UNLOCK"))
                        : Optional.empty();
            }
        }
    }

    /** {@code app@%}, quoted; a user's name may have an @, a host's has none. */
    static String account(String name) {
        int at = name.lastIndexOf('@');
        return at < 0 ? literal(name) : literal(name.substring(0, at)) + "@" + literal(name.substring(at + 1));
    }

    static String identifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
