package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.SemiSync;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of the two plugins. Up to 8.3 a server may have them under their old names, with variables called after those: which it has is what counts.
 */
final class JdbcSemiSync {
    private static final String VARIABLES = """
            SELECT VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.global_variables WHERE VARIABLE_NAME LIKE 'rpl\\_semi\\_sync\\_%'
            """;
    private static final List<Names> SOURCES = List.of(
            new Names("rpl_semi_sync_source", "wait_for_replica_count"),
            new Names("rpl_semi_sync_master", "wait_for_slave_count"));
    private static final List<String> REPLICAS = List.of("rpl_semi_sync_replica_enabled",
            "rpl_semi_sync_slave_enabled");
    private static final String NO_PLUGIN = "it has not got the plugins `rpl_semi_sync_source` and `rpl_semi_sync_replica`";
    private final Map<String, String> variables = new HashMap<>();

    private record Names(String prefix, String count) {
        String enabled() {
            return prefix + "_enabled";
        }

        String timeout() {
            return prefix + "_timeout";
        }

        String waitCount() {
            return prefix + "_" + count;
        }
    }

    private JdbcSemiSync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(VARIABLES)) {
            while (row.next()) {
                variables.put(row.getString("VARIABLE_NAME").toLowerCase(Locale.ROOT), row.getString("VARIABLE_VALUE"));
            }
        }
    }

    static Optional<SemiSync> read(Connection connection) throws SQLException {
        return new JdbcSemiSync(connection).found();
    }

    private Optional<SemiSync> found() {
        return source().flatMap(source -> replica().map(replica -> new SemiSync(isOn(source.enabled()),
                isOn(replica), Integer.parseInt(variables.get(source.waitCount())),
                Duration.ofMillis(Long.parseLong(variables.get(source.timeout()))))));
    }

    private Optional<Names> source() {
        return SOURCES.stream().filter(names -> variables.containsKey(names.enabled())).findFirst();
    }

    private Optional<String> replica() {
        return REPLICAS.stream().filter(variables::containsKey).findFirst();
    }

    private boolean isOn(String variable) {
        return variables.get(variable).equalsIgnoreCase("ON");
    }

    static void set(JdbcSession session, SemiSync wanted) {
        String doing = "set its semi-synchronous replication";
        session.change(doing, connection -> {
            MySqlStatements.execute(connection, session.login(), doing, statements(connection, wanted));
            return null;
        });
    }

    /**
     * What makes it so. Commits begin to wait last of all, when it is known for whom and how long; a receiver takes note only when it starts.
     *
     * @throws SQLException where a plugin is missing, as MySQL says it of the variable
     */
    private static String[] statements(Connection connection, SemiSync wanted) throws SQLException {
        JdbcSemiSync now = new JdbcSemiSync(connection);
        SemiSync found = now.found().orElseThrow(() -> new SQLException(NO_PLUGIN, "HY000",
                MySqlErrors.UNKNOWN_VARIABLE));
        Names source = now.source().orElseThrow();
        List<String> statements = new ArrayList<>(List.of(
                "SET GLOBAL " + source.timeout() + " = " + wanted.timeout().toMillis(),
                "SET GLOBAL " + source.waitCount() + " = " + wanted.waitCount(),
                "SET GLOBAL " + now.replica().orElseThrow() + " = " + onOff(wanted.replica())));
        if (found.replica() != wanted.replica() && receives(connection)) {
            statements.add("STOP REPLICA IO_THREAD");
            statements.add("START REPLICA IO_THREAD");
        }
        statements.add("SET GLOBAL " + source.enabled() + " = " + onOff(wanted.source()));
        return statements.toArray(String[]::new);
    }

    private static boolean receives(Connection connection) throws SQLException {
        return JdbcStatus.channels(connection).stream().anyMatch(ReplicaChannel::receiving);
    }

    private static String onOff(boolean on) {
        return on ? "ON" : "OFF";
    }
}
