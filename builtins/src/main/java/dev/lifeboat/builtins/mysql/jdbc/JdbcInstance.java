package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A real server's data directory, by MySQL's clone plugin (manual, "The Clone Plugin"). */
@RealWorld
public final class JdbcInstance implements Instance {
    /** Long enough for each refusal to come; a clone that is not refused by then goes on without us. */
    private static final Duration TO_REFUSE = Duration.ofSeconds(5);
    private static final Duration TO_WIPE = Duration.ofMinutes(30);
    private static final String SCHEMAS = """
            SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
             WHERE SCHEMA_NAME NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema') ORDER BY 1
            """;
    private static final String PLUGIN = """
            SELECT COUNT(*) FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'clone' AND PLUGIN_STATUS = 'ACTIVE'
            """;
    private static final String STATUS = "SELECT * FROM performance_schema.clone_status";
    private static final String PROGRESS = """
            SELECT COALESCE(SUM(DATA), 0) AS copied, COALESCE(SUM(ESTIMATE), 0) AS estimate,
                   COALESCE(MAX(IF(STATE = 'In Progress', STAGE, NULL)), '') AS stage
              FROM performance_schema.clone_progress
            """;
    private final JdbcSession session;
    private final Function<String, JdbcLogin> accounts;

    /** @param accounts finds an account of the inventory, for the donor */
    public JdbcInstance(JdbcLogin login, Optional<Address> admin, Function<String, JdbcLogin> accounts, Clock clock,
            IdentityGuard guard) {
        this.session = new JdbcSession(login, admin.map(login::at), clock, guard);
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public Contents contents() {
        return session.observe("look what is in it", connection -> new Contents(column(connection, SCHEMAS),
                JdbcStatus.state(connection).executed(), !column(connection, PLUGIN).equals(List.of("0"))));
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    /** Without the plugin these tables are not there, and there never was a clone. */
    @Override
    public CloneState cloneState() {
        return session.observe("look after its clone", connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(STATUS)) {
                return row.next() ? state(row, connection) : CloneState.NEVER;
            } catch (SQLException e) {
                if (e.getErrorCode() == MySqlErrors.NO_SUCH_TABLE) {
                    return CloneState.NEVER;
                }
                throw e;
            }
        });
    }

    private static CloneState state(ResultSet status, Connection connection) throws SQLException {
        ClonePhase phase = switch (status.getString("STATE")) {
            case "Completed" -> ClonePhase.COMPLETED;
            case "Failed" -> ClonePhase.FAILED;
            case "In Progress" -> ClonePhase.UNDER_WAY;
            default -> ClonePhase.NONE;
        };
        String gtids = status.getString("GTID_EXECUTED");
        GtidSet executed = GtidSet.parse(gtids == null ? "" : gtids);
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(PROGRESS)) {
            row.next();
            return new CloneState(phase, String.valueOf(status.getString("SOURCE")), status.getInt("ERROR_NO"),
                    String.valueOf(status.getString("ERROR_MESSAGE")), executed, row.getLong("copied"),
                    row.getLong("estimate"), row.getString("stage"));
        }
    }

    @Override
    public void loadClonePlugin() {
        session.change("load the clone plugin", connection -> {
            execute(connection, "INSTALL PLUGIN clone SONAME 'mysql_clone.so'");
            return null;
        });
    }

    @Override
    public void beginClone(Donor donor) {
        session.change("name its donor", connection -> {
            try (PreparedStatement statement = connection
                    .prepareStatement("SET GLOBAL clone_valid_donor_list = ?")) {
                statement.setString(1, donor.address());
                statement.execute();
            }
            return null;
        });
        session.login().mark().lease().assertHeld();
        try {
            JdbcPatience.within(session.capped(TO_REFUSE.multipliedBy(2)), () -> begin(donor));
        } catch (SQLException e) {
            throw JdbcErrors.failure(session.login(), "begin a clone of " + donor.address(), e, true);
        }
    }

    /** The server does not miss whoever began it: a small clone is over before we are gone, any other goes on (both tried on 9.7.4). */
    private Void begin(Donor donor) throws SQLException {
        Connection connection = JdbcConnections.open(session.login(), TO_REFUSE.minusSeconds(2));
        try {
            execute(connection, cloneFrom(donor));
        } catch (SQLException e) {
            boolean underWay = e.getErrorCode() == MySqlErrors.NOT_RESTARTED || JdbcErrors.timedOut(e)
                    || JdbcErrors.connectionLost(e);
            if (!underWay) {
                throw e;
            }
        } finally {
            connection.abort(Runnable::run);
        }
        return null;
    }

    private String cloneFrom(Donor donor) {
        JdbcLogin account = accounts.apply(donor.login());
        String secure = switch (account.tls()) {
            case OFF -> " REQUIRE NO SSL";
            case PREFER -> "";
            case REQUIRE, VERIFY_CA, VERIFY -> " REQUIRE SSL";
        };
        return "CLONE INSTANCE FROM " + quoted(account.user()) + "@" + quoted(donor.host()) + ":" + donor.port()
                + " IDENTIFIED BY " + quoted(account.password().get()) + secure;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    @Override
    public void stopClone() {
        session.change("end its clone", connection -> {
            for (String id : column(connection,
                    "SELECT PID FROM performance_schema.clone_status WHERE STATE = 'In Progress'")) {
                execute(connection, "KILL QUERY " + id);
            }
            return null;
        });
    }

    @Override
    public void wipe() {
        session.change("empty it", TO_WIPE, connection -> {
            execute(connection, "SET SESSION sql_log_bin = OFF");
            execute(connection, "STOP REPLICA");
            execute(connection, "RESET REPLICA ALL");
            Optional<RestoreRecord> restore = RestoreRecord.read(connection);
            for (String schema : column(connection, SCHEMAS)) {
                if (!schema.equals(RestoreRecord.SCHEMA)) {
                    drop(connection, schema);
                }
            }
            resetBinaryLogs(connection);
            if (restore.isPresent()) {
                restore.get().settings().set(connection);
            }
            // Last: as long as anything is left of what was half restored, the server says so.
            drop(connection, RestoreRecord.SCHEMA);
            return null;
        });
        if (!contents().executed().isEmpty()) {
            throw Failure.unknown("`" + name() + "` was emptied, and has executed something meanwhile.")
                    .hint("Somebody writes there: find out who.");
        }
    }

    private static void drop(Connection connection, String schema) throws SQLException {
        execute(connection, "DROP SCHEMA IF EXISTS `" + schema.replace("`", "``") + "`");
    }

    /** Before 8.2 it was called otherwise. */
    private static void resetBinaryLogs(Connection connection) throws SQLException {
        try {
            execute(connection, "RESET BINARY LOGS AND GTIDS");
        } catch (SQLException e) {
            if (e.getErrorCode() != MySqlErrors.SYNTAX) {
                throw e;
            }
            execute(connection, "RESET MASTER");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
