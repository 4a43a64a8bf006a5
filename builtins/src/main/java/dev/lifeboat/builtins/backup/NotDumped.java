package dev.lifeboat.builtins.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a server has and a dump leaves out: what the server says of its own restore, which is true of no other; and views that refer to what is not there, since {@code mysqldump} ends at the first of them
 * (error 1356). Those stand in the dump as comments.
 */
record NotDumped(List<String> restores, List<BrokenView> views) {
    private static final String RESTORES = """
            SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = '%s' ORDER BY 1
            """.formatted(Restoration.SCHEMA);
    /** Of a view that works the comment is VIEW, of others it is the error. */
    private static final String BROKEN = """
            SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION FROM information_schema.TABLES JOIN information_schema.VIEWS
                USING (TABLE_SCHEMA, TABLE_NAME) WHERE TABLE_TYPE = 'VIEW' AND TABLE_COMMENT <> 'VIEW'
                AND TABLE_SCHEMA NOT IN ('sys', 'information_schema', 'performance_schema') ORDER BY 1, 2
            """;

    private record BrokenView(String schema, String name, String definition) {
        String comment() {
            String text = "The view " + schema + "." + name + " refers to what is not there, and is not in this dump: "
                    + definition;
            return text.lines().map(line -> "-- " + line + "\n").collect(Collectors.joining());
        }
    }

    static NotDumped of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> restores = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(RESTORES)) {
                while (row.next()) {
                    restores.add(Restoration.SCHEMA + "." + row.getString(1));
                }
            }
            List<BrokenView> views = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(BROKEN)) {
                while (row.next()) {
                    views.add(new BrokenView(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return new NotDumped(restores, views);
        }
    }

    List<String> options() {
        return Stream.concat(restores.stream(), views.stream().map(view -> view.schema() + "." + view.name()))
                .map(table -> "--ignore-table=" + table).toList();
    }

    /** What stands at the beginning of the dump. */
    String comments() {
        return views.stream().map(BrokenView::comment).collect(Collectors.joining());
    }
}
