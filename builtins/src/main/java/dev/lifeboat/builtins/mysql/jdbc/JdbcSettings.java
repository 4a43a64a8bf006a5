package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.FailoverVariable;
import dev.lifeboat.builtins.mysql.ServerCatalog.ReceiverPolicy;
import dev.lifeboat.builtins.mysql.ServerCatalog.Setting;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the system variables that matter for failing over, where they come from, and how receivers keep in touch. */
final class JdbcSettings {
    private static final String VARIABLES = """
            SELECT v.VARIABLE_NAME, v.VARIABLE_VALUE, p.VARIABLE_VALUE
              FROM performance_schema.global_variables v
              LEFT JOIN performance_schema.persisted_variables p ON p.VARIABLE_NAME = v.VARIABLE_NAME
             WHERE v.VARIABLE_NAME IN (%s) ORDER BY 1
            """.formatted(FailoverVariable.names());
    private static final String RECEIVERS = """
            SELECT CHANNEL_NAME, HEARTBEAT_INTERVAL * 1000, CONNECTION_RETRY_INTERVAL, CONNECTION_RETRY_COUNT, @@GLOBAL.replica_net_timeout
              FROM performance_schema.replication_connection_configuration
             WHERE CHANNEL_NAME NOT IN ('group_replication_applier', 'group_replication_recovery') ORDER BY 1
            """;
    private static final String FENCE = """
            SELECT i.VARIABLE_SOURCE, v.VARIABLE_VALUE FROM performance_schema.variables_info i
              JOIN performance_schema.global_variables v ON v.VARIABLE_NAME = i.VARIABLE_NAME WHERE i.VARIABLE_NAME = 'super_read_only'
            """;
    /** A persisted value comes from a file too, which is none of the option files. */
    private static final String FILES = """
            SELECT DISTINCT VARIABLE_PATH FROM performance_schema.variables_info
             WHERE VARIABLE_PATH <> '' AND VARIABLE_SOURCE <> 'PERSISTED' ORDER BY 1
            """;

    private JdbcSettings() {}

    static Settings all(Connection connection) throws SQLException {
        return new Settings(variables(connection), receivers(connection), optionFileReadOnly(connection),
                files(connection));
    }

    private static List<Setting> variables(Connection connection) throws SQLException {
        List<Setting> variables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(VARIABLES)) {
            while (row.next()) {
                variables.add(new Setting(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))));
            }
        }
        return List.copyOf(variables);
    }

    private static List<ReceiverPolicy> receivers(Connection connection) throws SQLException {
        List<ReceiverPolicy> receivers = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(RECEIVERS)) {
            while (row.next()) {
                receivers.add(new ReceiverPolicy(row.getString(1), Duration.ofMillis((long) row.getDouble(2)),
                        Duration.ofSeconds(row.getLong(3)), row.getLong(4), Duration.ofSeconds(row.getLong(5))));
            }
        }
        return List.copyOf(receivers);
    }

    /**
     * Once the variable was set at run time, or a persisted value has come in between, MySQL no longer knows what the file says. {@code SET GLOBAL read_only=OFF}
     * takes this one along without a trace in where it comes from (tried on 9.7.4).
     */
    private static Optional<Boolean> optionFileReadOnly(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(FENCE)) {
            if (!row.next()) {
                return Optional.empty();
            }
            boolean on = row.getString(2).equals("ON");
            return switch (row.getString(1)) {
                case "COMPILED" -> Optional.of(false);
                case "GLOBAL", "SERVER", "EXPLICIT", "EXTRA", "USER", "LOGIN" ->
                    on ? Optional.of(true) : Optional.empty();
                default -> Optional.empty();
            };
        }
    }

    private static List<String> files(Connection connection) throws SQLException {
        List<String> files = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(FILES)) {
            while (row.next()) {
                files.add(row.getString(1));
            }
        }
        return List.copyOf(files);
    }

    static boolean eventScheduler(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL.event_scheduler")) {
            row.next();
            return row.getString(1).equals("ON");
        }
    }
}
