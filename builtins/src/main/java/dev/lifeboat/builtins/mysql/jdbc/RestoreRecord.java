package dev.lifeboat.builtins.mysql.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * What a server says of a restore into it, in schema {@code lifeboat_restore}: whether it is whole, and which settings it had before, since whoever changed them may be gone. Written past the binary log, so that
 * it is this server's alone. A clone takes it along, and is then as whole as its donor.
 *
 * @param phase    {@code LOADING}, {@code APPLYING} or {@code WHOLE}
 * @param began    as ISO text
 * @param settings of before
 */
public record RestoreRecord(String phase, String store, String backup, String began, String run, long verifiedMillis,
        long loadedMillis, long provenMillis, long stored, long size, Settings settings) {
    static final String SCHEMA = "lifeboat_restore";
    private static final String WHOLE = "WHOLE";
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS lifeboat_restore.state (
                one             TINYINT      NOT NULL PRIMARY KEY,
                phase           VARCHAR(20)  NOT NULL,
                store           VARCHAR(200) NOT NULL,
                backup          VARCHAR(400) NOT NULL,
                began           VARCHAR(40)  NOT NULL,
                run             VARCHAR(200) NOT NULL,
                verified_millis BIGINT       NOT NULL,
                loaded_millis   BIGINT       NOT NULL,
                proven_millis   BIGINT       NOT NULL,
                stored_bytes    BIGINT       NOT NULL,
                sql_bytes       BIGINT       NOT NULL,
                sync_binlog     BIGINT       NOT NULL,
                flush_log       INT          NOT NULL,
                packet          BIGINT       NOT NULL,
                events          BOOLEAN      NOT NULL,
                trust           BOOLEAN      NOT NULL)
            """;

    /**
     * What a load relaxes.
     *
     * @param events whether the event scheduler ran
     * @param trust  whether triggers may be created without SUPER although there is a binary log (1419)
     */
    public record Settings(long syncBinlog, int flushLog, long packet, boolean events, boolean trust) {
        /** A crash then costs the load, which is begun anew anyway; a row of a gigabyte comes in. */
        public static final Settings RELAXED = new Settings(0, 2, 1L << 30, false, true);

        public static Settings read(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                    SELECT @@GLOBAL.sync_binlog, @@GLOBAL.innodb_flush_log_at_trx_commit, @@GLOBAL.max_allowed_packet,
                           @@GLOBAL.event_scheduler = 'ON', @@GLOBAL.log_bin_trust_function_creators
                    """)) {
                row.next();
                return new Settings(row.getLong(1), row.getInt(2), row.getLong(3), row.getBoolean(4),
                        row.getBoolean(5));
            }
        }

        /** The same with the event scheduler stopped. */
        public Settings withoutEvents() {
            return new Settings(syncBinlog, flushLog, packet, false, trust);
        }

        /** A scheduler that is disabled for good can't be switched, and need not be. */
        public void set(Connection connection) throws SQLException {
            execute(connection, "SET GLOBAL sync_binlog = " + syncBinlog);
            execute(connection, "SET GLOBAL innodb_flush_log_at_trx_commit = " + flushLog);
            execute(connection, "SET GLOBAL max_allowed_packet = " + packet);
            execute(connection, "SET GLOBAL log_bin_trust_function_creators = " + (trust ? "ON" : "OFF"));
            if (events || read(connection).events()) {
                execute(connection, "SET GLOBAL event_scheduler = " + (events ? "ON" : "OFF"));
            }
        }
    }

    /** Whether something that this server is to have is not all there. */
    static boolean unfinished(Connection connection) throws SQLException {
        return read(connection).filter(record -> !record.phase().equals(WHOLE)).isPresent();
    }

    public static Optional<RestoreRecord> read(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM lifeboat_restore.state WHERE one = 1")) {
            return row.next() ? Optional.of(of(row)) : Optional.empty();
        } catch (SQLException e) {
            // Whoever wipes the server takes it away while we look.
            if (JdbcErrors.missing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'lifeboat_restore' AND TABLE_NAME = 'state'")) {
            return row.next();
        }
    }

    private static RestoreRecord of(ResultSet row) throws SQLException {
        return new RestoreRecord(row.getString("phase"), row.getString("store"), row.getString("backup"),
                row.getString("began"), row.getString("run"), row.getLong("verified_millis"),
                row.getLong("loaded_millis"), row.getLong("proven_millis"), row.getLong("stored_bytes"),
                row.getLong("sql_bytes"), new Settings(row.getLong("sync_binlog"), row.getInt("flush_log"),
                        row.getLong("packet"), row.getBoolean("events"), row.getBoolean("trust")));
    }

    /** In place of the one before. */
    public void write(Connection connection) throws SQLException {
        execute(connection, "SET SESSION sql_log_bin = OFF");
        execute(connection, "CREATE SCHEMA IF NOT EXISTS lifeboat_restore CHARACTER SET utf8mb4");
        execute(connection, TABLE);
        try (PreparedStatement statement = connection.prepareStatement(
                "REPLACE INTO lifeboat_restore.state VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Object[] values = {phase, store, backup, began, run, verifiedMillis, loadedMillis, provenMillis, stored,
                    size, settings.syncBinlog(), settings.flushLog(), settings.packet(), settings.events(),
                    settings.trust()};
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    public RestoreRecord in(String other) {
        return new RestoreRecord(other, store, backup, began, run, verifiedMillis, loadedMillis, provenMillis, stored,
                size, settings);
    }

    /** @param found what is to be put back, unless it was somebody who did not come to its end that has left it so */
    public RestoreRecord before(Settings found) {
        Settings first = phase.equals(WHOLE) ? found : settings;
        return new RestoreRecord(phase, store, backup, began, run, verifiedMillis, loadedMillis, provenMillis, stored,
                size, first);
    }

    public RestoreRecord taking(long verified, long loaded, long proven, long storedBytes, long sqlBytes) {
        return new RestoreRecord(phase, store, backup, began, run, verified, loaded, proven, storedBytes, sqlBytes,
                settings);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
