package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definition;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.Plugin;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is defined on a server. Texts are compared by their hashes, which the server makes by {@code SHA2}: {@code MD5} is gone from 9.x, and what a text
 * holds need not be in a journal.
 */
final class JdbcDefinitions {
    private static final String OTHERS = " NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat', 'lifeboat_restore')";
    private static final String ACCOUNTS = """
            SELECT CONCAT(User, '@', Host), LEFT(SHA2(CONCAT_WS('|', plugin, HEX(authentication_string), ssl_type, HEX(ssl_cipher),
                     HEX(x509_issuer), HEX(x509_subject)), 256), 16), account_locked = 'Y'
              FROM mysql.user WHERE User NOT IN ('mysql.infoschema', 'mysql.session', 'mysql.sys') ORDER BY 1
            """;
    private static final String ACCOUNT_NAMES = """
            SELECT CONCAT(User, '@', Host) FROM mysql.user WHERE User NOT IN ('mysql.infoschema', 'mysql.session', 'mysql.sys') ORDER BY 1
            """;
    private static final String ROUTINES = """
            SELECT CONCAT(ROUTINE_SCHEMA, '.', ROUTINE_NAME), LEFT(SHA2(CONCAT_WS('|', ROUTINE_TYPE, DEFINER, SECURITY_TYPE, SQL_MODE, DTD_IDENTIFIER,
                     ROUTINE_DEFINITION), 256), 16)
              FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA
            """
            + OTHERS + " ORDER BY 1";
    private static final String TRIGGERS = """
            SELECT CONCAT(TRIGGER_SCHEMA, '.', TRIGGER_NAME), LEFT(SHA2(CONCAT_WS('|', EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, DEFINER,
                     SQL_MODE, ACTION_STATEMENT), 256), 16)
              FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA
            """
            + OTHERS + " ORDER BY 1";
    private static final String VIEWS = """
            SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME), LEFT(SHA2(CONCAT_WS('|', DEFINER, SECURITY_TYPE, VIEW_DEFINITION), 256), 16)
              FROM information_schema.VIEWS WHERE TABLE_SCHEMA
            """
            + OTHERS + " ORDER BY 1";
    private static final String EVENTS = """
            SELECT CONCAT(EVENT_SCHEMA, '.', EVENT_NAME), STATUS, DEFINER, LEFT(SHA2(CONCAT_WS('|', EVENT_TYPE, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD,
                     ENDS, SQL_MODE, EVENT_DEFINITION), 256), 16)
              FROM information_schema.EVENTS WHERE EVENT_SCHEMA NOT IN ('mysql', 'sys') ORDER BY 1
            """;
    private static final String PLUGINS = """
            SELECT PLUGIN_NAME, PLUGIN_STATUS = 'ACTIVE' FROM information_schema.PLUGINS WHERE PLUGIN_LIBRARY IS NOT NULL ORDER BY 1
            """;

    private JdbcDefinitions() {}

    private interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Definitions all(Connection connection) throws SQLException {
        return new Definitions(accounts(connection), definitions(connection, ROUTINES),
                definitions(connection, TRIGGERS),
                definitions(connection, VIEWS),
                events(connection),
                list(connection, PLUGINS, row -> new Plugin(row.getString(1), row.getBoolean(2))));
    }

    static List<ScheduledEvent> events(Connection connection) throws SQLException {
        return list(connection, EVENTS, row -> new ScheduledEvent(row.getString(1), state(row.getString(2)),
                row.getString(3), row.getString(4)));
    }

    static List<String> accountNames(Connection connection) throws SQLException {
        return list(connection, ACCOUNT_NAMES, row -> row.getString(1));
    }

    private static List<Definition> definitions(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> new Definition(row.getString(1), row.getString(2)));
    }

    private static <T> List<T> list(Connection connection, String sql, Reader<T> reader) throws SQLException {
        List<T> list = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(reader.of(row));
            }
        }
        return List.copyOf(list);
    }

    /** `SLAVESIDE_DISABLED` before 8.2, `REPLICA_SIDE_DISABLED` since. */
    private static EventState state(String word) {
        return switch (word) {
            case "ENABLED" -> EventState.ENABLED;
            case "DISABLED" -> EventState.DISABLED;
            default -> EventState.REPLICA_SIDE_DISABLED;
        };
    }

    private static List<Account> accounts(Connection connection) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        for (Account account : list(connection, ACCOUNTS,
                row -> new Account(row.getString(1), "", row.getString(2), row.getBoolean(3)))) {
            accounts.add(new Account(account.name(), grants(connection, account.name()), account.authentication(),
                    account.locked()));
        }
        return List.copyOf(accounts);
    }

    /** One that was dropped meanwhile has none. */
    private static String grants(Connection connection, String account) throws SQLException {
        try {
            List<String> lines = list(connection, "SHOW GRANTS FOR " + JdbcAlterations.account(account),
                    row -> row.getString(1));
            return Fingerprint.of(lines.stream().sorted().toList());
        } catch (SQLException e) {
            if (e.getErrorCode() == MySqlErrors.NO_SUCH_GRANT) {
                return "";
            }
            throw e;
        }
    }
}
