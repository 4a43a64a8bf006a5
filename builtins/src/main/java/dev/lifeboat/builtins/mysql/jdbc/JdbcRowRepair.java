package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.RowKey;
import dev.lifeboat.builtins.mysql.RowRepair;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows of a real server. Values travel as SQL writes them, in UTC and utf8mb4, so that each type comes back as what it was. */
@RealWorld
public final class JdbcRowRepair implements RowRepair {
    private static final Duration TO_CORRECT = Duration.ofMinutes(5);
    private static final String COLUMNS = """
            SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS
             WHERE CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) = ? AND GENERATION_EXPRESSION = '' ORDER BY ORDINAL_POSITION
            """;
    private static final String KEY = """
            SELECT COUNT(*) FROM information_schema.STATISTICS WHERE CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) = ? AND INDEX_NAME = 'PRIMARY'
            """;
    private static final String CASCADES = """
            SELECT GROUP_CONCAT(CONCAT(CONSTRAINT_SCHEMA, '.', TABLE_NAME)) FROM information_schema.REFERENTIAL_CONSTRAINTS
             WHERE CONCAT(UNIQUE_CONSTRAINT_SCHEMA, '.', REFERENCED_TABLE_NAME) = ?
               AND (DELETE_RULE IN ('CASCADE', 'SET NULL') OR UPDATE_RULE IN ('CASCADE', 'SET NULL'))
            """;
    private static final String TRIGGERS = """
            SELECT GROUP_CONCAT(TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE CONCAT(EVENT_OBJECT_SCHEMA, '.', EVENT_OBJECT_TABLE) = ?
            """;
    private final JdbcSession session;

    public JdbcRowRepair(JdbcSession session) {
        this.session = session;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public Optional<String> objection(String table) {
        return session.observe("look at table `" + table + "`", connection -> {
            if (columns(connection, table).isEmpty()) {
                return Optional.of("`" + name() + "` has no table `" + table + "`.");
            }
            if (one(connection, KEY, table).equals("0")) {
                return Optional.of("`" + table + "` has no primary key: its rows can't be told apart.");
            }
            String cascades = one(connection, CASCADES, table);
            if (cascades != null) {
                return Optional.of("`" + table + "` takes rows of " + cascades
                        + " along by foreign keys, of which no binary log tells.");
            }
            String triggers = one(connection, TRIGGERS, table);
            return Optional.ofNullable(triggers).map(names -> "`" + table + "` has triggers, which would fire: "
                    + names + ".");
        });
    }

    @Override
    public List<Found> rows(String table, List<String> keys) {
        return session.observe("read rows of `" + table + "`", TO_CORRECT, connection -> {
            List<Found> found = new ArrayList<>();
            List<Column> columns = columns(connection, table);
            for (String key : keys) {
                found.add(new Found(key, row(connection, table, columns, key, "")));
            }
            return found;
        });
    }

    private static Optional<Image> row(Connection connection, String table, List<Column> columns, String key,
            String lock) throws SQLException {
        String sql = "SELECT " + columns.stream().map(Column::literal).collect(Collectors.joining(", ")) + " FROM "
                + quoted(table) + " WHERE " + RowKey.read(table, key).condition() + lock;
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return Optional.empty();
            }
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                fields.add(new Field(columns.get(i).name(), row.getString(i + 1)));
            }
            if (row.next()) {
                throw Failure.of("`" + key + "` is not one row of `" + table + "` but several.")
                        .hint("Repair that table by hand, or take another path.");
            }
            return Optional.of(new Image(fields));
        }
    }

    @Override
    public void correct(List<Correction> corrections) {
        session.change("correct rows", TO_CORRECT, connection -> {
            connection.setAutoCommit(false);
            for (Correction correction : corrections) {
                requireAsFound(connection, correction);
            }
            for (Correction correction : corrections) {
                change(connection, correction);
            }
            connection.commit();
            return null;
        });
    }

    private void requireAsFound(Connection connection, Correction correction) throws SQLException {
        Optional<Image> now = row(connection, correction.table(), columns(connection, correction.table()),
                correction.key(), " FOR UPDATE");
        if (!now.equals(correction.found())) {
            connection.rollback();
            throw Failure.of("Row " + correction.key() + " of `" + correction.table() + "` on `" + name()
                    + "` was changed by somebody else meanwhile: nothing was corrected.")
                    .hint("Stop the writes, look again, then repair.");
        }
    }

    private static void change(Connection connection, Correction correction) throws SQLException {
        String table = quoted(correction.table());
        String where = " WHERE " + RowKey.read(correction.table(), correction.key()).condition();
        String sql = correction.wanted().map(wanted -> correction.found().isPresent()
                ? "UPDATE " + table + " SET " + assignments(wanted) + where
                : "INSERT INTO " + table + " SET " + assignments(wanted)).orElse("DELETE FROM " + table + where);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String assignments(Image image) {
        return image.fields().stream().map(field -> RowKey.quoted(field.name()) + " = " + field.value())
                .collect(Collectors.joining(", "));
    }

    private record Column(String name, String type) {
        /** An expression whose value is how SQL writes that of the column. */
        String literal() {
            String column = RowKey.quoted(name);
            return switch (type) {
                case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit", "vector", "geometry",
                        "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
                        "geomcollection" ->
                    "IF(" + column + " IS NULL, 'NULL', CONCAT('x''', HEX(" + column + "), ''''))";
                case "float" -> "QUOTE(CAST(" + column + " AS DOUBLE))";
                default -> "QUOTE(" + column + ")";
            };
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            List<Column> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(new Column(row.getString(1), row.getString(2)));
                }
            }
            return columns;
        }
    }

    /** The only value; null where it is NULL. */
    private static String one(Connection connection, String sql, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String quoted(String table) {
        int dot = table.indexOf('.');
        return RowKey.quoted(table.substring(0, dot)) + "." + RowKey.quoted(table.substring(dot + 1));
    }
}
