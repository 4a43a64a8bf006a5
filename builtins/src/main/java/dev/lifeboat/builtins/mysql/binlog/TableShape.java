package dev.lifeboat.builtins.mysql.binlog;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a table's columns are called and how their bytes are meant, which a binary log does not say by itself ({@code binlog_row_metadata=MINIMAL}). */
public record TableShape(List<Column> columns) {
    private static final Pattern MEMBER = Pattern.compile("'((?:[^']|'')*)'");
    private static final Map<String, Charset> CHARSETS = Map.of("utf8mb4", StandardCharsets.UTF_8, "utf8mb3",
            StandardCharsets.UTF_8, "utf8", StandardCharsets.UTF_8, "ascii", StandardCharsets.US_ASCII, "latin1",
            Charset.forName("windows-1252"), "utf16", StandardCharsets.UTF_16BE);
    private static final String COLUMNS = """
            SELECT COLUMN_NAME, DATA_TYPE, COLUMN_TYPE, CHARACTER_SET_NAME, COLUMN_KEY FROM information_schema.COLUMNS
             WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION
            """;

    /**
     * @param members of an ENUM or a SET
     * @param charset of a text; empty for bytes
     */
    public record Column(String name, String type, boolean unsigned, List<String> members, Optional<Charset> charset,
            boolean key) {
        static Column unknown(int position) {
            return new Column("@" + position, "", false, List.of(), Optional.empty(), false);
        }
    }

    /** Empty where the table is no longer there. */
    static Optional<TableShape> of(Connection connection, String schema, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            List<Column> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(column(row));
                }
            }
            return columns.isEmpty() ? Optional.empty() : Optional.of(new TableShape(columns));
        }
    }

    private static Column column(ResultSet row) throws SQLException {
        String type = row.getString("DATA_TYPE");
        String whole = row.getString("COLUMN_TYPE");
        List<String> members = type.equals("enum") || type.equals("set")
                ? MEMBER.matcher(whole).results().map(TableShape::member).toList()
                : List.of();
        return new Column(row.getString("COLUMN_NAME"), type, whole.contains("unsigned"), members,
                Optional.ofNullable(row.getString("CHARACTER_SET_NAME")).map(CHARSETS::get),
                row.getString("COLUMN_KEY").equals("PRI"));
    }

    private static String member(MatchResult quoted) {
        return quoted.group(1).replace("''", "'");
    }
}
