package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whom a replica follows. */
final class JdbcSource {
    private static final String CHANGE = """
            CHANGE REPLICATION SOURCE TO SOURCE_HOST = ?, SOURCE_PORT = ?, SOURCE_USER = ?, SOURCE_PASSWORD = ?, SOURCE_AUTO_POSITION = 1,
            SOURCE_SSL = ?, GET_SOURCE_PUBLIC_KEY = 1, SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 86400, SOURCE_HEARTBEAT_PERIOD = 1
            """;

    private JdbcSource() {}

    static Void change(Connection connection, SourceSettings settings, JdbcLogin account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            statement.setString(1, settings.host());
            statement.setInt(2, settings.port());
            statement.setString(3, account.user());
            statement.setString(4, account.password().get());
            statement.setInt(5, account.sslMode().equals("DISABLED") ? 0 : 1);
            statement.execute();
        }
        return null;
    }
}
