package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.TableChecksum;
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
    private static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE
              FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
             WHERE t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat')
             ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION
            """;

    private JdbcChecksums() {}

    static List<TableChecksum> all(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            List<TableChecksum> checksums = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : tables(statement).entrySet()) {
                checksums.add(checksum(statement, table.getKey(), table.getValue()));
            }
            statement.execute("COMMIT");
            return checksums;
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
