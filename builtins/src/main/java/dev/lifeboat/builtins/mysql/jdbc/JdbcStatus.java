package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a server's state from its variables and from performance_schema, whose columns are the same from 8.0.26 to 9.7; status statements, whose names
 * changed, are not used. Times are read as seconds since the epoch, so that no time zone can get between.
 */
public final class JdbcStatus {
    private static final String STATE = """
            SELECT @@server_uuid AS uuid, @@server_id AS server_id, VERSION() AS version, @@GLOBAL.read_only AS read_only,
                   @@GLOBAL.super_read_only AS super_read_only, @@GLOBAL.offline_mode AS offline_mode, @@GLOBAL.gtid_executed AS executed,
                   @@GLOBAL.gtid_purged AS purged, @@GLOBAL.gtid_mode AS gtid_mode, @@GLOBAL.log_bin AS log_bin,
                   @@GLOBAL.log_replica_updates AS log_replica_updates, @@GLOBAL.skip_replica_start AS skip_replica_start,
                   @@GLOBAL.event_scheduler AS event_scheduler, UNIX_TIMESTAMP(NOW(6)) AS clock,
                   (SELECT COUNT(*) FROM performance_schema.replication_group_members WHERE MEMBER_ID <> '' AND MEMBER_STATE <> 'OFFLINE') AS members,
                   (SELECT COUNT(*) FROM performance_schema.replication_applier_filters)
                     + (SELECT COUNT(*) FROM performance_schema.replication_applier_global_filters) AS filters
            """;
    private static final String PERSISTED = """
            SELECT VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.persisted_variables WHERE VARIABLE_NAME IN ('read_only', 'super_read_only')
            """;
    private static final String VARIABLES = """
            SELECT VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.global_variables WHERE VARIABLE_NAME = 'binlog_expire_logs_auto_purge'
            UNION ALL
            SELECT VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.global_status
             WHERE VARIABLE_NAME IN ('Rpl_semi_sync_source_clients', 'Rpl_semi_sync_source_wait_sessions',
                                     'Rpl_semi_sync_master_clients', 'Rpl_semi_sync_master_wait_sessions')
            """;
    private static final String CHANNELS = """
            SELECT c.CHANNEL_NAME AS name, c.HOST AS host, c.PORT AS port, c.USER AS user, c.AUTO_POSITION AS auto_position, s.SOURCE_UUID AS source_uuid,
                   s.SERVICE_STATE AS receiver, a.SERVICE_STATE AS applier, s.LAST_ERROR_NUMBER AS receiver_error, s.LAST_ERROR_MESSAGE AS receiver_message,
                   s.RECEIVED_TRANSACTION_SET AS received, UNIX_TIMESTAMP(s.LAST_QUEUED_TRANSACTION_ORIGINAL_COMMIT_TIMESTAMP) AS last_queued,
                   s.COUNT_RECEIVED_HEARTBEATS AS heartbeats, UNIX_TIMESTAMP(s.LAST_HEARTBEAT_TIMESTAMP) AS last_heartbeat,
                   d.DESIRED_DELAY AS delay_seconds, @@GLOBAL.replica_net_timeout AS net_timeout
              FROM performance_schema.replication_connection_configuration c
              JOIN performance_schema.replication_connection_status s ON s.CHANNEL_NAME = c.CHANNEL_NAME
              JOIN performance_schema.replication_applier_configuration d ON d.CHANNEL_NAME = c.CHANNEL_NAME
              JOIN performance_schema.replication_applier_status a ON a.CHANNEL_NAME = c.CHANNEL_NAME
             WHERE c.CHANNEL_NAME NOT IN ('group_replication_applier', 'group_replication_recovery')
             ORDER BY c.CHANNEL_NAME
            """;
    /** The coordinator's error only says that a worker has one, so the workers' come first. */
    private static final String APPLIERS = """
            SELECT CHANNEL_NAME AS name, LAST_ERROR_NUMBER AS error, LAST_ERROR_MESSAGE AS message,
                   UNIX_TIMESTAMP(LAST_APPLIED_TRANSACTION_ORIGINAL_COMMIT_TIMESTAMP) AS last_applied, 1 AS rank_
              FROM performance_schema.replication_applier_status_by_worker
            UNION ALL
            SELECT CHANNEL_NAME, LAST_ERROR_NUMBER, LAST_ERROR_MESSAGE, 0, 2 FROM performance_schema.replication_applier_status_by_coordinator
             ORDER BY name, rank_
            """;

    private JdbcStatus() {}

    public static ServerState state(Connection connection) throws SQLException {
        Map<String, String> persisted = pairs(connection, PERSISTED);
        Map<String, String> variables = pairs(connection, VARIABLES);
        boolean halfRestored = RestoreRecord.unfinished(connection);
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            Identity identity = new Identity(row.getString("uuid").toLowerCase(Locale.ROOT), row.getLong("server_id"),
                    row.getString("version"));
            ReadOnly readOnly = new ReadOnly(row.getBoolean("read_only"), row.getBoolean("super_read_only"),
                    flag(persisted, "read_only"),
                    flag(persisted, "super_read_only"));
            return new ServerState(identity, readOnly, row.getBoolean("offline_mode"),
                    GtidSet.parse(row.getString("executed")),
                    GtidSet.parse(row.getString("purged")), row.getString("gtid_mode").equals("ON"),
                    row.getBoolean("log_bin"),
                    row.getBoolean("log_replica_updates"), row.getBoolean("skip_replica_start"),
                    flag(variables, "binlog_expire_logs_auto_purge").orElse(true),
                    row.getString("event_scheduler").equals("ON"), row.getInt("members") > 0, row.getInt("filters") > 0,
                    halfRestored,
                    count(variables, "rpl_semi_sync_source_clients")
                            + count(variables, "rpl_semi_sync_master_clients"),
                    count(variables, "rpl_semi_sync_source_wait_sessions")
                            + count(variables, "rpl_semi_sync_master_wait_sessions") > 0,
                    instant(row, "clock").orElseThrow());
        }
    }

    static boolean waitForExecuted(Connection connection, GtidSet set, Duration limit) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT WAIT_FOR_EXECUTED_GTID_SET(?, ?)")) {
            statement.setString(1, set.toString());
            // Zero would be for ever.
            statement.setDouble(2, Math.max(0.001, limit.toMillis() / 1000.0));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == 0;
            }
        }
    }

    static List<String> grants(Connection connection) throws SQLException {
        List<String> grants = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GRANTS")) {
            while (row.next()) {
                grants.add(row.getString(1));
            }
        }
        return grants;
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                pairs.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2));
            }
        }
        return pairs;
    }

    private static Optional<Boolean> flag(Map<String, String> pairs, String name) {
        return Optional.ofNullable(pairs.get(name)).map(value -> value.equalsIgnoreCase("ON") || value.equals("1"));
    }

    private static int count(Map<String, String> pairs, String name) {
        return Integer.parseInt(pairs.getOrDefault(name, "0"));
    }

    static List<ReplicaChannel> channels(Connection connection) throws SQLException {
        Map<String, Applier> appliers = appliers(connection);
        List<ReplicaChannel> channels = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CHANNELS)) {
            while (row.next()) {
                channels.add(channel(row, appliers.getOrDefault(row.getString("name"), Applier.NONE)));
            }
        }
        return channels;
    }

    private static ReplicaChannel channel(ResultSet row, Applier applier) throws SQLException {
        String text = applier.error() == 0 ? row.getString("receiver_message") : applier.message();
        return new ReplicaChannel(row.getString("name"), row.getString("host"), row.getInt("port"),
                row.getString("source_uuid").toLowerCase(Locale.ROOT),
                ThreadState.valueOf(row.getString("receiver")), ThreadState.valueOf(row.getString("applier")),
                row.getInt("receiver_error"), applier.error(),
                text, GtidSet.parse(row.getString("received")), instant(row, "last_queued"), applier.lastApplied(),
                row.getLong("heartbeats"),
                instant(row, "last_heartbeat"), Duration.ofSeconds(row.getLong("delay_seconds")),
                isOn(row.getString("auto_position")), row.getString("user"),
                Duration.ofSeconds(row.getLong("net_timeout")));
    }

    private static boolean isOn(String value) {
        return value.equals("1") || value.equalsIgnoreCase("YES");
    }

    private record Applier(int error, String message, Optional<Instant> lastApplied) {
        static final Applier NONE = new Applier(0, "", Optional.empty());

        Applier and(Applier next) {
            Optional<Instant> newest = lastApplied.filter(mine -> next.lastApplied.filter(mine::isBefore).isEmpty())
                    .or(next::lastApplied);
            return error == 0 ? new Applier(next.error, next.message, newest) : new Applier(error, message, newest);
        }
    }

    private static Map<String, Applier> appliers(Connection connection) throws SQLException {
        Map<String, Applier> appliers = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(APPLIERS)) {
            while (row.next()) {
                appliers.merge(row.getString("name"),
                        new Applier(row.getInt("error"), row.getString("message"), instant(row, "last_applied")),
                        Applier::and);
            }
        }
        return appliers;
    }

    /** Empty for 0, which stands for "never". */
    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        BigDecimal seconds = row.getBigDecimal(column);
        if (seconds == null || seconds.signum() == 0) {
            return Optional.empty();
        }
        long micros = seconds.movePointRight(6).longValue();
        return Optional.of(Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }
}
