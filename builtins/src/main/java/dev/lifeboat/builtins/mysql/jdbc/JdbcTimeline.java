package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.ServerTimeline.Canary;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What schema {@code lifeboat} of a real server says of its history. */
final class JdbcTimeline {
    private static final String EPOCHS = """
            SELECT epoch, id, server, UNIX_TIMESTAMP(began) AS began, reason, executed FROM lifeboat.timeline ORDER BY epoch
            """;
    private static final String BEGIN = """
            INSERT INTO lifeboat.timeline (epoch, id, server, began, reason, executed)
            VALUES (?, BIN_TO_UUID(RANDOM_BYTES(16)), @@server_uuid, NOW(6), ?, @@GLOBAL.gtid_executed)
            """;
    private static final String CANARIES = """
            SELECT UNIX_TIMESTAMP(written) AS written, server, note FROM lifeboat.canary ORDER BY 1 DESC, id DESC LIMIT 50
            """;

    private JdbcTimeline() {}

    static Timeline read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(EPOCHS)) {
            List<Epoch> epochs = new ArrayList<>();
            while (row.next()) {
                epochs.add(new Epoch(row.getLong("epoch"), row.getString("id"), row.getString("server"),
                        JdbcStatus.instant(row, "began").orElseThrow(), row.getString("reason"),
                        GtidSet.parse(row.getString("executed"))));
            }
            return new Timeline(true, epochs);
        } catch (SQLException e) {
            if (JdbcErrors.missing(e)) {
                return Timeline.UNPREPARED;
            }
            throw e;
        }
    }

    static Void begin(Connection connection, long number, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setLong(1, number);
            statement.setString(2, reason);
            statement.executeUpdate();
        }
        return null;
    }

    static Void forget(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM lifeboat.timeline WHERE id = ?")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
        return null;
    }

    static List<Canary> canaries(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CANARIES)) {
            List<Canary> canaries = new ArrayList<>();
            while (row.next()) {
                canaries.add(new Canary(JdbcStatus.instant(row, "written").orElseThrow(), row.getString("server"),
                        row.getString("note")));
            }
            return canaries;
        } catch (SQLException e) {
            if (JdbcErrors.missing(e)) {
                return List.of();
            }
            throw e;
        }
    }
}
