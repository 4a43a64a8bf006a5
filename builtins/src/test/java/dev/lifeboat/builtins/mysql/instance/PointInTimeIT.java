package dev.lifeboat.builtins.mysql.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.backup.ArchivedLog;
import dev.lifeboat.builtins.backup.ClientProgram;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.LogBuiltins;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.RestoreBuiltins;
import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.data.FoundTransaction;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recovery to just before a mistake, exact to the transaction, compared row by row with a twin that never made it. Server, target, runner and MySQL's own programs are in four time zones. */
class PointInTimeIT {
    private static final String ID = "ecommerce-20261127T020000Z-db1";
    private static final TimeZone OWN = TimeZone.getDefault();
    private static String programs;
    private static Path san;
    private static MySqlLab lab;
    private static LabWords words;
    private static Manifest manifest;
    private static GtidSet middle;
    private static GtidSet drop;
    private static GtidSet update;
    private static GtidSet insertion;
    private static GtidSet dependant;
    private static List<Map<String, String>> beforeDrop;
    private static List<Map<String, String>> beforeUpdate;
    private static List<Map<String, String>> inTheEnd;
    private FakeCall world;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        san = Files.createDirectory(folder.resolve("san"));
        lab = MySqlLab.start(
                ServerPlan.primary("db1").with("default_time_zone", "'+09:00'").with("event_scheduler", "OFF"),
                ServerPlan.primary("twin"), ServerPlan.spare("new1").with("default_time_zone", "'-03:30'"));
        farAway(Files.createDirectory(folder.resolve("programs")));
        words = new LabWords(lab, folder, Map.of(), Set.of("new1"));
        words.prepare();
        LabAccounts.allow(lab, "backup.full", "backup.binlogs", "backup.restore", "backup.apply_binlogs");
        both("CREATE TABLE shop.prices (id INT PRIMARY KEY, price DECIMAL(10,2), at TIMESTAMP(6))");
        both(order(1), order(2), order(3));
        backup();
        mistakes();
        new LogBuiltins(words.inventory()).binlogs(fresh(), words.port(MySqlServer.class, "db1"),
                store());
    }

    /** From now on MySQL's programs run in a zone that nobody else is in. */
    private static void farAway(Path wrappers) throws IOException {
        programs = System.getProperty(ClientProgram.FOLDER);
        for (String name : List.of("mysql", "mysqldump", "mysqlbinlog")) {
            Files.writeString(wrappers.resolve(name),
                    "#!/bin/sh\nTZ=NPT-5:45 exec '" + ClientProgram.find(name) + "' \"$@\"\n");
            Files.setPosixFilePermissions(wrappers.resolve(name), PosixFilePermissions.fromString("rwx------"));
        }
        System.setProperty(ClientProgram.FOLDER, wrappers.toString());
    }

    private static void backup() {
        FullBackups backups = words.port(FullBackups.class, "san");
        backups.take(new Order(ID, "ecommerce", "db1", lab.server("db1").uuid(),
                lab.server("db1").version().toString(), "", words.clock().now()));
        manifest = backups.manifest(ID).orElseThrow();
    }

    private static void mistakes() throws SQLException {
        both(order(4), "INSERT INTO shop.prices VALUES (1, 9.99, '2026-03-29 02:30:00.123456')",
                "SET SESSION binlog_transaction_compression = ON", order(5), "FLUSH LOCAL BINARY LOGS");
        both(order(10), order(11), order(12));
        middle = GtidSet.of(lab.server("db1").uuid(), executed("db1").last(lab.server("db1").uuid()) - 1);
        beforeDrop = rows("twin");
        drop = only("DROP TABLE shop.prices");
        both(order(6));
        beforeUpdate = orders("twin");
        update = only("UPDATE shop.orders SET note = 'lost' WHERE id < 5");
        both(order(7));
        insertion = only("INSERT INTO shop.orders (id, note) VALUES (99, 'not meant')");
        both("ALTER TABLE shop.orders ADD COLUMN paid INT DEFAULT 0", "FLUSH LOCAL BINARY LOGS", order(8));
        inTheEnd = rows("twin");
        dependant = only("UPDATE shop.orders SET note = 'builds on it' WHERE id = 99");
    }

    private static String order(int id) {
        return "INSERT INTO shop.orders (id, note, written) VALUES (" + id + ", 'order " + id
                + "', '2026-11-01 01:30:00." + id + "')";
    }

    private static void both(String... statements) throws SQLException {
        for (String server : List.of("db1", "twin")) {
            String[] all = new String[statements.length + 1];
            all[0] = "SET time_zone = '+00:00'";
            System.arraycopy(statements, 0, all, 1, statements.length);
            lab.server(server).execute(all);
        }
    }

    /** What the twin does not do. */
    private static GtidSet only(String statement) throws SQLException {
        GtidSet before = executed("db1");
        lab.server("db1").execute(statement);
        return executed("db1").subtract(before);
    }

    private static GtidSet executed(String server) throws SQLException {
        return GtidSet.parse(lab.server(server).query("SELECT @@gtid_executed AS g").getFirst().get("g"));
    }

    private static List<Map<String, String>> orders(String server) throws SQLException {
        return read(server, "SELECT *, UNIX_TIMESTAMP(written) AS moment FROM shop.orders ORDER BY id");
    }

    private static List<Map<String, String>> rows(String server) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>(orders(server));
        rows.addAll(read(server, "SELECT *, UNIX_TIMESTAMP(at) AS moment FROM shop.prices ORDER BY id"));
        return rows;
    }

    private static List<Map<String, String>> read(String server, String sql) throws SQLException {
        try (var connection = lab.server(server).connect(); var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            List<Map<String, String>> rows = new ArrayList<>();
            try (var row = statement.executeQuery(sql)) {
                while (row.next()) {
                    Map<String, String> values = new TreeMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.put(row.getMetaData().getColumnLabel(i), row.getString(i));
                    }
                    rows.add(values);
                }
            }
            return rows;
        }
    }

    @AfterAll
    static void end() {
        TimeZone.setDefault(OWN);
        System.setProperty(ClientProgram.FOLDER, programs);
        lab.close();
    }

    private static FakeCall fresh() {
        FakeCall call = new FakeCall();
        call.lasting(words.clock());
        for (String name : List.of("db1", "twin", "new1")) {
            call.with(words.port(MySqlServer.class, name), words.port(ServerCatalog.class, name),
                    words.port(Instance.class, name), words.port(BinaryLogs.class, name), words.port(Host.class, name),
                    words.port(Restoration.class, name));
        }
        return call.with(words.port(FullBackups.class, "san"), words.port(LogArchive.class, "san"));
    }

    @BeforeEach
    void restored() {
        world = fresh();
        new Trial(world, words.inventory(), target(), words.port(MySqlServer.class, "db1")).wipe();
        new RestoreBuiltins(words.inventory()).restore(world, manifest, target(), Optional.of("new1"));
    }

    private static MySqlServer target() {
        return words.port(MySqlServer.class, "new1");
    }

    private GtidSet apply(Optional<GtidSet> before, GtidSet without) {
        return new LogBuiltins(words.inventory()).applyBinlogs(world, target(), before, Optional.of(without),
                Optional.empty());
    }

    @Test
    void justBeforeATableWasDropped() throws Exception {
        GtidSet executed = apply(Optional.of(drop), GtidSet.EMPTY);

        assertThat(rows("new1")).isEqualTo(beforeDrop);
        assertThat(executed).isEqualTo(executed("new1"));
        assertThat(executed.intersect(drop)).isEqualTo(GtidSet.EMPTY);
        assertThatThrownBy(() -> apply(Optional.of(last()), GtidSet.EMPTY)).isInstanceOf(Failure.class)
                .hasMessageContaining("already executed what must not be there");
        assertThat(apply(Optional.of(update), drop)).isEqualTo(executed.union(between(drop, update)));
        assertThat(orders("new1")).isEqualTo(beforeUpdate);
    }

    @Test
    void betweenTwoTransactionsOfTheSameSecond() throws Exception {
        FoundTransaction edge = new LogBuiltins(words.inventory()).findTransactions(world, cluster(), store(),
                Optional.empty(), Optional.empty(), Optional.of(List.of("shop.orders")), Optional.empty(),
                Optional.empty()).stream().filter(one -> one.gtid().equals(middle)).findFirst().orElseThrow();
        GtidSet since = new LogBuiltins(words.inventory()).firstSince(world, edge.committed(), cluster(), store())
                .gtid();
        apply(Optional.of(since), GtidSet.EMPTY);

        assertThat(since).isEqualTo(middle);
        assertThat(orders("new1")).extracting(row -> row.get("id")).containsExactly("1", "2", "3", "4", "5", "10");
    }

    private static Store store() {
        return words.port(Store.class, "san");
    }

    private static Cluster cluster() {
        return Cluster.of("ecommerce", words.inventory().clusters().get("ecommerce"),
                name -> words.port(MySqlServer.class, name), name -> words.port(Host.class, name));
    }

    /** The last one that the target has. */
    private static GtidSet last() {
        try {
            GtidSet executed = executed("new1");
            String source = lab.server("db1").uuid();
            return GtidSet.of(source, executed.last(source));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GtidSet between(GtidSet first, GtidSet last) {
        String source = lab.server("db1").uuid();
        return first.last(source) + 1 < last.last(source)
                ? GtidSet.of(source, first.last(source) + 1, last.last(source) - 1)
                : GtidSet.EMPTY;
    }

    @Test
    void allButTheMistakesAndWhatBuildsOnThem() throws Exception {
        assertThatThrownBy(() -> apply(Optional.empty(), drop.union(update).union(insertion)))
                .isInstanceOf(Failure.class).hasMessageContaining("`shop.orders`").hasMessageContaining("error 1032");
        GtidSet without = drop.union(update).union(insertion).union(dependant);
        apply(Optional.empty(), without);

        assertThat(rows("new1")).isEqualTo(inTheEnd);
        assertThat(executed("new1").union(without).contains(executed("db1"))).isTrue();
        assertThat(executed("new1").intersect(without)).isEqualTo(GtidSet.EMPTY);
        assertThat(words.port(Restoration.class, "new1").state().phase()).isEqualTo(Restoration.Phase.WHOLE);
    }

    @Test
    void aHoleIsFoundBeforeAnythingIsApplied() throws Exception {
        LogArchive logs = words.port(LogArchive.class, "san");
        ArchivedLog part = logs.logs("ecommerce").stream().filter(one -> one.holds().contains(drop)).findFirst()
                .orElseThrow();
        Path entry = san.resolve(part.folder() + "entry.json");
        byte[] content = Files.readAllBytes(entry);
        Files.delete(entry);
        try {
            assertThatThrownBy(() -> apply(Optional.empty(), GtidSet.EMPTY)).isInstanceOf(Failure.class)
                    .hasMessageContaining("has a hole");
            assertThat(executed("new1")).isEqualTo(manifest.executed());
        } finally {
            Files.write(entry, content);
        }
    }
}
