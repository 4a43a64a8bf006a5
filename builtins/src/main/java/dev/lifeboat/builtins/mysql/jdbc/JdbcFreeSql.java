package dev.lifeboat.builtins.mysql.jdbc;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.Parameter;
import dev.lifeboat.builtins.mysql.MySqlServer.Row;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that a runbook brings. What has values is prepared by the server itself, so that no value is ever part of a statement. */
final class JdbcFreeSql {
    private static final int MOST_ROWS = 1_000;

    private interface Reader<T> {
        T of(Statement statement) throws SQLException;
    }

    private JdbcFreeSql() {}

    static List<Row> query(Connection connection, FreeSql sql) throws SQLException {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return run(connection, sql, JdbcFreeSql::rows);
    }

    static Void execute(Connection connection, FreeSql sql) throws SQLException {
        return run(connection, sql, statement -> null);
    }

    /** Not all administrative statements can be prepared (error 1295). */
    private static <T> T run(Connection connection, FreeSql sql, Reader<T> reader) throws SQLException {
        if (sql.parameters().isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.setMaxRows(MOST_ROWS + 1);
                statement.execute(sql.statement());
                return reader.of(statement);
            }
        }
        try (PreparedStatement statement = connection.unwrap(JdbcConnection.class)
                .serverPrepareStatement(sql.statement())) {
            statement.setMaxRows(MOST_ROWS + 1);
            bind(statement, sql.parameters());
            statement.execute();
            return reader.of(statement);
        }
    }

    private static void bind(PreparedStatement statement, List<Parameter> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            switch (parameter.kind()) {
                case TEXT -> statement.setString(i + 1, parameter.text());
                case WHOLE -> statement.setLong(i + 1, Long.parseLong(parameter.text()));
                case NUMBER -> statement.setBigDecimal(i + 1, new BigDecimal(parameter.text()));
            }
        }
    }

    private static List<Row> rows(Statement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.getResultSet()) {
            while (found != null && found.next()) {
                rows.add(row(found));
            }
        }
        if (rows.size() > MOST_ROWS) {
            throw Failure.of("The statement answers more than " + Texts.count(MOST_ROWS, "row") + ".")
                    .hint("Let it count, or add a `LIMIT`.");
        }
        return rows;
    }

    private static Row row(ResultSet found) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            values.add(Optional.ofNullable(found.getString(i)));
        }
        return new Row(values);
    }
}
