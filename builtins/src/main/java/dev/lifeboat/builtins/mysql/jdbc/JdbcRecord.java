package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a readiness check has written into schema {@code lifeboat}: replication takes it to those who need it once the primary is dead. */
final class JdbcRecord {
    private JdbcRecord() {}

    static LastKnown read(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        Optional<Instant> written = Optional.empty();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT kind, server, name, value, UNIX_TIMESTAMP(written) AS written FROM lifeboat.record ORDER BY 1, 2, 3")) {
            while (row.next()) {
                entries.add(new Entry(EntryKind.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                        row.getString(4)));
                written = JdbcStatus.instant(row, "written");
            }
        } catch (SQLException e) {
            if (!JdbcErrors.missing(e)) {
                throw e;
            }
        }
        return new LastKnown(written, List.copyOf(entries));
    }

    /** All of it or nothing. */
    static void write(Connection connection, List<Entry> entries) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement delete = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO lifeboat.record (kind, server, name, value, written) VALUES (?, ?, ?, ?, NOW(6))")) {
            delete.execute("DELETE FROM lifeboat.record");
            for (Entry entry : entries) {
                insert.setString(1, entry.kind().name());
                insert.setString(2, entry.server());
                insert.setString(3, entry.name());
                insert.setString(4, entry.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
