package dev.lifeboat.builtins.mysql.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that belong together and that MySQL carries out one by one. */
final class MySqlStatements {
    private MySqlStatements() {}

    /** One that is refused after others were carried out leaves something between, and that is told. */
    static void execute(Connection connection, JdbcLogin login, String doing, String... statements)
            throws SQLException {
        int done = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                done += sql.startsWith("SET SESSION") ? 0 : 1;
            }
        } catch (SQLException e) {
            if (done == 0 || JdbcErrors.connectionLost(e)) {
                throw e;
            }
            throw JdbcErrors.partly(login, doing, e);
        }
    }
}
