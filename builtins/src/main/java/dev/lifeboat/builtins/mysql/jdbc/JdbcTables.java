package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.ServerCatalog.Storage;
import dev.lifeboat.builtins.mysql.ServerCatalog.TableSize;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a server: how large they are, and whether they are sound. */
final class JdbcTables {
    private static final String SIZES = """
            SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME), COALESCE(ENGINE, ''), COALESCE(TABLE_ROWS, 0), COALESCE(DATA_LENGTH, 0) + COALESCE(INDEX_LENGTH, 0)
              FROM information_schema.TABLES
             WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat', 'lifeboat_restore') ORDER BY 1
            """;

    private JdbcTables() {}

    static List<TableSize> sizes(Connection connection) throws SQLException {
        List<TableSize> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(SIZES)) {
            while (row.next()) {
                tables.add(new TableSize(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
            }
        }
        return List.copyOf(tables);
    }

    static Storage storage(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@datadir, COALESCE(SUM(FILE_SIZE), 0) FROM information_schema.INNODB_TABLESPACES")) {
            row.next();
            return new Storage(row.getString(1), row.getLong(2), binlogBytes(connection));
        }
    }

    private static long binlogBytes(Connection connection) throws SQLException {
        long bytes = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                bytes += row.getLong("File_size");
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.NO_BINARY_LOG) {
                throw e;
            }
        }
        return bytes;
    }

    /** What it says besides that all is well; a note is no complaint. */
    static List<String> check(Connection connection, String table) throws SQLException {
        List<String> complaints = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("CHECK TABLE " + quoted(connection, table))) {
            while (row.next()) {
                String kind = row.getString("Msg_type");
                String text = row.getString("Msg_text");
                boolean well = kind.equals("note") || kind.equals("status") && text.equals("OK");
                if (!well) {
                    complaints.add(text);
                }
            }
        }
        return List.copyOf(complaints);
    }

    /** A name that the server does not have is asked for all the same: it says so itself. */
    private static String quoted(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                        SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) = ?
                        """)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return JdbcAlterations.identifier(row.getString(1)) + "."
                            + JdbcAlterations.identifier(row.getString(2));
                }
            }
        }
        int dot = Math.max(0, table.indexOf('.'));
        return dot == 0
                ? JdbcAlterations.identifier("lifeboat") + "." + JdbcAlterations.identifier(table)
                : JdbcAlterations.identifier(table.substring(0, dot)) + "."
                        + JdbcAlterations.identifier(table.substring(dot + 1));
    }
}
