package dev.lifeboat.builtins.lab;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions with a server, never waiting for it without end. */
final class LabSession {
    private LabSession() {}

    static Connection open(int port, String user, String password, String schema) throws SQLException {
        return open(port, user, password, schema, 3_000, 60_000);
    }

    static Connection open(int port, String user, String password, String schema, int connectMillis, int socketMillis)
            throws SQLException {
        var url = "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                + "&connectTimeout=" + connectMillis + "&socketTimeout=" + socketMillis;
        return DriverManager.getConnection(url, user, password);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static List<Map<String, String>> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var row = new LinkedHashMap<String, String>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            row.put(columns.getColumnLabel(column), result.getString(column));
        }
        return row;
    }
}
