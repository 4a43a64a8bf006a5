package dev.lifeboat.builtins.mysql.jdbc;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import com.mysql.cj.protocol.ServerSessionStateController.ServerSessionStateChanges;
import com.mysql.cj.protocol.ServerSessionStateController.SessionStateChangesListener;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import dev.lifeboat.interpreter.builtin.Failure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** What Lifeboat reads and writes in its own schema; {@link Preparation} creates it. */
final class JdbcSchema {
    private JdbcSchema() {}

    static Optional<Heartbeat> heartbeat(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT UNIX_TIMESTAMP(written) AS written, server FROM lifeboat.heartbeat ORDER BY 1 DESC LIMIT 1")) {
            return row.next()
                    ? Optional.of(
                            new Heartbeat(JdbcStatus.instant(row, "written").orElseThrow(), row.getString("server")))
                    : Optional.empty();
        }
    }

    /** A write that hangs is ended by the deadline: the disk is full, semi-synchronous replication blocks, or the server hangs. */
    static WriteProbe probeWrite(JdbcSession session, Duration limit) {
        try {
            return session.probe("commit a row", limit, JdbcSchema::tryWrite);
        } catch (Failure failure) {
            boolean ended = !failure.evidence().isEmpty();
            boolean unanswered = failure.getCause() instanceof SQLException e && JdbcErrors.timedOut(e);
            return new WriteProbe(false, ended || unanswered, 0, failure.getMessage());
        }
    }

    private static WriteProbe tryWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("REPLACE INTO lifeboat.probe (server, written) VALUES (@@server_uuid, NOW(6))");
            return new WriteProbe(true, false, 0, "committed a row");
        } catch (SQLException e) {
            if (e.getErrorCode() == 0) {
                throw e;
            }
            return new WriteProbe(false, false, e.getErrorCode(),
                    (e.getMessage() + ". " + MySqlHints.of(e.getErrorCode())).strip());
        }
    }

    /** @return the row's GTID, as the server reports it with the commit */
    static GtidSet writeCanary(Connection connection, String note) throws SQLException {
        OwnGtid gtid = new OwnGtid();
        ServerSessionStateController states = connection.unwrap(JdbcConnection.class).getServerSessionStateController();
        try (Statement tracking = connection.createStatement();
                PreparedStatement row = connection.prepareStatement(
                        "INSERT INTO lifeboat.canary (server, written, note) VALUES (@@server_uuid, NOW(6), ?)")) {
            tracking.execute("SET SESSION session_track_gtids = OWN_GTID");
            states.addSessionStateChangesListener(gtid);
            row.setString(1, note);
            row.executeUpdate();
            states.removeSessionStateChangesListener(gtid);
            tracking.execute("SET SESSION session_track_gtids = DEFAULT");
        }
        return gtid.last;
    }

    /**
     * Hears which transaction was committed. The driver holds it weakly, and fails the statement if it is collected before that: whoever waits for the answer
     * has to hold it.
     */
    private static final class OwnGtid implements SessionStateChangesListener {
        private GtidSet last = GtidSet.EMPTY;

        @Override
        public void handleSessionStateChanges(ServerSessionStateChanges changes) {
            changes.getSessionStateChangesList().stream()
                    .filter(change -> change.getType() == ServerSessionStateController.SESSION_TRACK_GTIDS)
                    .forEach(change -> last = GtidSet.parse(change.getValues().getFirst()));
        }
    }
}
