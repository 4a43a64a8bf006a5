package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Writes a row by the application's own path and account: the only proof that the application can. */
final class PathWriter {
    private PathWriter() {}

    /** A write that hangs is ended where it hangs, also behind a proxy. */
    static PathProbe write(JdbcLogin application, Duration limit, Clock clock) {
        try {
            String uuid = new JdbcSession(application, clock).probe("commit a row", limit, PathWriter::write);
            return new PathProbe(true, Optional.of(uuid), "a row was committed");
        } catch (Failure failure) {
            return new PathProbe(false, Optional.empty(), (failure.getMessage() + " " + failure.hint()).strip());
        }
    }

    /** @return the server's {@code server_uuid} */
    private static String write(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("REPLACE INTO lifeboat.probe (server, written) VALUES (@@server_uuid, NOW(6))");
            try (ResultSet row = statement.executeQuery("SELECT @@server_uuid")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
