package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Checksums;
import dev.lifeboat.builtins.mysql.MySqlServer.TableChecksum;
import dev.lifeboat.interpreter.builtin.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows and checksum of each table of the application's schemas, read in one consistent snapshot. The checksum is the sum (XOR) of a hash of each row, so that
 * the order of rows does not matter; SHA2, because MySQL 9 no longer has MD5 built in.
 */
final class JdbcChecksums {
    private static final int MOST_TRIES = 1000;
    private static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE
              FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
             WHERE t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat', 'lifeboat_restore')
             ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION
            """;

    private JdbcChecksums() {}

    static Checksums all(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            GtidSet at = snapshot(statement);
            List<TableChecksum> checksums = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : tables(statement).entrySet()) {
                checksums.add(checksum(statement, table.getKey(), table.getValue()));
            }
            statement.execute("COMMIT");
            return new Checksums(at, checksums);
        }
    }

    /** Begins a snapshot around which nothing was executed, so that it is known which transactions it holds. */
    private static GtidSet snapshot(Statement statement) throws SQLException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            GtidSet before = executed(statement);
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            if (executed(statement).equals(before)) {
                return before;
            }
            statement.execute("COMMIT");
        }
        throw Failure.of("The server takes so many writes that no snapshot of it could be told by its GTID set.")
                .hint("Compare the data at a quieter time, or stop the writes.");
    }

    private static GtidSet executed(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@GLOBAL.gtid_executed")) {
            row.next();
            return GtidSet.parse(row.getString(1));
        }
    }

    /** Each table, with its columns as expressions that no two different values share. */
    private static Map<String, List<String>> tables(Statement statement) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                String table = quoted(row.getString(1)) + "." + quoted(row.getString(2));
                tables.computeIfAbsent(table, name -> new ArrayList<>())
                        .add(expression(quoted(row.getString(3)), row.getString(4)));
            }
        }
        return tables;
    }

    private static String expression(String column, String type) {
        return switch (type) {
            case "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
                    "geomcollection" ->
                "IFNULL(HEX(ST_AsBinary("
                        + column + ")), 'NULL')";
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "vector" ->
                "IFNULL(HEX(" + column + "), 'NULL')";
            default -> "QUOTE(" + column + ")";
        };
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static TableChecksum checksum(Statement statement, String table, List<String> columns) throws SQLException {
        String row = columns.stream().collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
        String sql = "SELECT COUNT(*), CONV(BIT_XOR(CAST(CONV(LEFT(SHA2(" + row
                + ", 256), 16), 16, 10) AS UNSIGNED)), 10, 16) FROM " + table;
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return new TableChecksum(table.replace("`", ""), result.getLong(1), result.getString(2));
        }
    }
}
