package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.JdbcConnections;
import dev.lifeboat.builtins.mysql.JdbcLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Writes a row by the application's own path and account: the only proof that the application can. */
final class PathWriter {
    private PathWriter() {}

    static PathProbe write(JdbcLogin application, Duration limit) {
        try (Connection connection = JdbcConnections.open(application, limit);
                Statement statement = connection.createStatement()) {
            statement.execute("REPLACE INTO lifeboat.probe (server, written) VALUES (@@server_uuid, NOW(6))");
            try (ResultSet row = statement.executeQuery("SELECT @@server_uuid")) {
                row.next();
                return new PathProbe(true, Optional.of(row.getString(1)), "a row was committed");
            }
        } catch (SQLException e) {
            String what = e.getErrorCode() == 0 ? "no answer" : "error " + e.getErrorCode() + ", " + e.getMessage();
            return new PathProbe(false, Optional.empty(),
                    "a write through " + application.address() + " failed: " + what);
        }
    }
}
