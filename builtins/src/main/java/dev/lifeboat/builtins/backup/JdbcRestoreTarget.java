package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LoadTimes;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.backup.Restoration.RestoreState;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.RestoreRecord;
import dev.lifeboat.builtins.mysql.jdbc.RestoreRecord.Settings;
import dev.lifeboat.builtins.mysql.survey.Series;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** A real server that something is restored into. */
@RealWorld
public final class JdbcRestoreTarget implements RestoreTarget {
    private static final Duration TO_COUNT = Duration.ofHours(4);
    private static final Duration TO_END = Duration.ofSeconds(20);
    private static final int MOST_LOOKS = 100;
    private static final String SCHEMAS = """
            SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
             WHERE SCHEMA_NAME NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat_restore') ORDER BY 1
            """;
    private static final String TABLES = """
            SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES
             WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema', 'lifeboat_restore') ORDER BY 1, 2
            """;
    private final JdbcSession session;
    private final Instance instance;

    /** @param instance the same server's data directory */
    public JdbcRestoreTarget(JdbcSession session, Instance instance) {
        this.session = session;
        this.instance = instance;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public RestoreState state() {
        return session.observe("look what was restored into it", connection -> {
            GtidSet executed = GtidSet.parse(text(connection, "SELECT @@GLOBAL.gtid_executed"));
            return RestoreRecord.read(connection).map(record -> state(record, executed)).orElseGet(
                    () -> new RestoreState(Phase.NONE, Optional.empty(), Optional.empty(), Optional.empty(), executed));
        });
    }

    private static RestoreState state(RestoreRecord record, GtidSet executed) {
        Optional<LoadTimes> took = record.size() == 0
                ? Optional.empty()
                : Optional.of(new LoadTimes(Duration.ofMillis(record.verifiedMillis()),
                        Duration.ofMillis(record.loadedMillis()), Duration.ofMillis(record.provenMillis()),
                        record.stored(), record.size()));
        return new RestoreState(Phase.valueOf(record.phase()), Optional.of(new Backup(record.store(), record.backup())),
                Optional.of(Instant.parse(record.began())), took, executed);
    }

    @Override
    public List<String> schemas() {
        return session.observe("look what is in it", connection -> column(connection, SCHEMAS));
    }

    /** What a dump holds of MySQL's own tables can be read by the same series and newer ones. */
    @Override
    public List<String> objections(Manifest manifest) {
        String version = session.observe("read its version", connection -> text(connection, "SELECT VERSION()"));
        return Series.of(manifest.serverVersion()).isNewerThan(Series.of(version))
                ? List.of("It is MySQL " + version + ", older than " + manifest.serverVersion()
                        + ", of which the backup is.")
                : List.of();
    }

    @Override
    public Filling loading(Backup backup, Instant began, String run) {
        return filling(found -> new RestoreRecord(Phase.LOADING.name(), backup.store(), backup.id(), began.toString(),
                run, 0, 0, 0, 0, 0, found));
    }

    @Override
    public Filling applying() {
        RestoreRecord record = record();
        return filling(found -> record.before(found).in(Phase.APPLYING.name()));
    }

    /**
     * What was found is written down before anything is changed: whoever comes after a runner that died puts it back. Only events are stopped before that: as long as the server is open to their definers, each that runs
     * makes a transaction of this server's own.
     */
    private Filling filling(Function<Settings, RestoreRecord> record) {
        Settings before = session.change("make it ready to be filled", connection -> {
            Settings found = Settings.read(connection);
            found.withoutEvents().set(connection);
            execute(connection, "SET GLOBAL read_only = ON");
            execute(connection, "SET GLOBAL super_read_only = OFF");
            RestoreRecord said = record.apply(found);
            said.write(connection);
            Settings.RELAXED.set(connection);
            return said.settings();
        });
        return () -> session.change("put its settings back", connection -> {
            execute(connection, "SET GLOBAL super_read_only = ON");
            before.set(connection);
            return null;
        });
    }

    @Override
    public Intake intake() {
        return session.observe("look what it takes in", connection -> {
            Settings found = Settings.read(connection);
            return new Intake(found.packet(), found.trust());
        });
    }

    @Override
    public void intake(Intake wanted) {
        session.change("change what it takes in", connection -> {
            execute(connection, "SET GLOBAL max_allowed_packet = " + wanted.packet());
            execute(connection,
                    "SET GLOBAL log_bin_trust_function_creators = " + (wanted.trust() ? "ON" : "OFF"));
            return null;
        });
    }

    /** Who loads holds a lock as long as it is there. A server that was restarted has nobody left. */
    @Override
    public List<String> endFormer() {
        return session.change("end what loads into it", TO_END, connection -> {
            List<String> seen = new ArrayList<>();
            for (int look = 0; look < MOST_LOOKS; look++) {
                Optional<String> holder = holder(connection);
                if (holder.isEmpty()) {
                    return seen;
                }
                if (look == 0) {
                    execute(connection, "KILL " + holder.get());
                    seen.add("thread " + holder.get() + " on " + name() + " killed");
                }
                execute(connection, "DO SLEEP(0.1)");
            }
            throw Failure.unknown("A load into `" + name() + "` that nobody waits for was killed and goes on.")
                    .hint("Wait until it is over: its rows are being rolled back.");
        });
    }

    private static Optional<String> holder(Connection connection) throws SQLException {
        return Optional.ofNullable(text(connection, "SELECT IS_USED_LOCK('" + MySqlLoader.LOCK + "')"));
    }

    @Override
    public void whole() {
        write("say that it is whole", record().in(Phase.WHOLE.name()));
    }

    @Override
    public void whole(LoadTimes took) {
        write("say that it is whole", record().in(Phase.WHOLE.name()).taking(took.verified().toMillis(),
                took.loaded().toMillis(), took.proven().toMillis(), took.stored(), took.size()));
    }

    private void write(String doing, RestoreRecord record) {
        session.change(doing, connection -> {
            execute(connection, "SET GLOBAL read_only = ON");
            execute(connection, "SET GLOBAL super_read_only = OFF");
            record.write(connection);
            execute(connection, "SET GLOBAL super_read_only = ON");
            return null;
        });
    }

    private RestoreRecord record() {
        return session.observe("look what was restored into it", RestoreRecord::read).orElseThrow(() -> Failure
                .of("`" + name() + "` says nothing of a restore any more: somebody has dropped `"
                        + Restoration.SCHEMA + "` there.")
                .hint("Don't use it: wipe it, and restore again."));
    }

    /** A dump of a replica may hold its source as well, which the server would follow once it is restarted. */
    @Override
    public void accountsCount() {
        session.change("let its accounts count", connection -> {
            execute(connection, "SET SESSION sql_log_bin = OFF");
            execute(connection, "FLUSH LOCAL PRIVILEGES");
            return null;
        });
    }

    @Override
    public SequencedMap<String, Long> rows() {
        return session.observe("count its rows", TO_COUNT, connection -> {
            SequencedMap<String, Long> rows = new LinkedHashMap<>();
            for (Table table : tables(connection)) {
                rows.put(table.name(), Long.parseLong(text(connection, "SELECT COUNT(*) FROM " + table.quoted())));
            }
            return rows;
        });
    }

    private record Table(String schema, String table) {
        String name() {
            return schema + "." + table;
        }

        String quoted() {
            return "`" + schema.replace("`", "``") + "`.`" + table.replace("`", "``") + "`";
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getString(2)));
            }
        }
        return tables;
    }

    @Override
    public void wipe() {
        session.change("open it for its wiping", connection -> {
            execute(connection, "SET GLOBAL read_only = ON");
            execute(connection, "SET GLOBAL super_read_only = OFF");
            return null;
        });
        instance.wipe();
        session.change("fence it again", connection -> {
            execute(connection, "SET GLOBAL super_read_only = ON");
            return null;
        });
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

    /** The only value; null where it is NULL. */
    private static String text(Connection connection, String sql) throws SQLException {
        return column(connection, sql).getFirst();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
