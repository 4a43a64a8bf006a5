package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a primary archived and its replica never received comes into the replica, on real servers. */
class TopUpIT {
    @TempDir
    private Path folder;
    private MySqlLab lab;
    private LogBuiltins words;
    private RealPorts ports;

    static Stream<MySqlDistribution> distributions() {
        return MySqlDistribution.all().stream();
    }

    /** One distribution has the server alone. */
    @BeforeAll
    static void findPrograms() {
        MySqlDistribution.find().program("mysqlbinlog")
                .ifPresent(program -> System.setProperty(ClientProgram.FOLDER, program.getParent().toString()));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void allComesThatWasArchivedAndWhatBrokeOffGoesOn(MySqlDistribution distribution) throws Exception {
        try (MySqlLab started = MySqlLab.start(distribution, ServerPlan.primary("db1").with("event_scheduler", "OFF"),
                ServerPlan.replica("db2", "db1"))) {
            lab = started;
            prepare();
            sellUnseen();
            archive();
            stopsAtAnErrorAndGoesOn();
            hasAll();
        }
    }

    private void prepare() throws Exception {
        Files.createDirectory(folder.resolve("s3"));
        Inventory inventory = InventoryReader.read(Source.of("lab.yaml", """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers:
                      db1: {address: "%s", login: dba}
                      db2: {address: "%s", login: dba}
                secrets: {backup-key: {env: KEY}}
                stores: {s3: {kind: directory, path: s3, key: backup-key}}
                logins: {dba: {user: lifeboat, password: {env: DBA}, tls: prefer}}
                """.formatted(db1().address(), db2().address()))).tree().orElseThrow();
        ports = new RealPorts(inventory, folder, new Secrets(folder,
                Map.of("DBA", LabAccounts.LIFEBOAT_PASSWORD, "KEY", SealKeys.create().text()),
                text -> Optional.empty(), warning -> {}), new SystemClock());
        words = new LogBuiltins(inventory);
        LabAccounts.allow(lab, "backup.binlogs", "backup.top_up");
    }

    /** Rows, compressed ones, statements, and changes of tables between them; a trigger needs trust (1419), which no account that is no SUPER has. */
    private void sellUnseen() throws SQLException {
        db1().execute("INSERT INTO shop.orders (id, note) VALUES (1, 'seen')");
        db2().replica().awaitAppliedFrom(db1());
        db2().replica().stopReceiver();
        db1().execute("INSERT INTO shop.orders (id, note) VALUES (2, 'Gruß')", "FLUSH LOCAL BINARY LOGS",
                "SET SESSION binlog_transaction_compression = ON",
                "INSERT INTO shop.orders (id, note) VALUES (3, REPEAT('x', 90))",
                "SET SESSION binlog_format = STATEMENT",
                "INSERT INTO shop.orders (id, note) VALUES (4, 'by a statement')",
                "ALTER TABLE shop.orders ADD COLUMN paid INT DEFAULT 7",
                "CREATE TABLE shop.prices (id INT PRIMARY KEY, price DECIMAL(10,2))",
                "CREATE DEFINER = nobody@'%' PROCEDURE shop.count_all() SELECT COUNT(*) FROM shop.orders",
                "CREATE TRIGGER shop.tidy BEFORE INSERT ON shop.orders FOR EACH ROW SET NEW.note = TRIM(NEW.note)",
                "INSERT INTO shop.orders (id, note) VALUES (5, 'last')");
    }

    private void archive() {
        words.binlogs(call(), server("db1"), store());
    }

    private void stopsAtAnErrorAndGoesOn() throws SQLException {
        past("CREATE TABLE shop.prices (other INT)");
        Failure failure = catchThrowableOfType(Failure.class, this::toppedUp);

        assertThat(failure).isNotNull().hasMessageContaining("`db2` has all before ")
                .hasMessageContaining("CREATE TABLE shop.prices").hasMessageContaining("error 1050");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(ids()).containsExactly("1", "2", "3", "4");
        assertThat(db2().value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        past("DROP TABLE shop.prices");
    }

    /** Not in its binary log. */
    private void past(String statement) throws SQLException {
        db2().execute("SET GLOBAL super_read_only = OFF", "SET SESSION sql_log_bin = OFF", statement,
                "SET GLOBAL super_read_only = ON");
    }

    private void hasAll() throws SQLException {
        TopUp rest = toppedUp();

        assertThat(rest.transactions()).isEqualTo(4);
        assertThat(executed(db2())).isEqualTo(executed(db1()));
        assertThat(ids()).containsExactly("1", "2", "3", "4", "5");
        for (String sql : List.of("SELECT * FROM shop.orders ORDER BY id", "SHOW CREATE TABLE shop.prices",
                "SELECT DEFINER, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shop'",
                "SELECT TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop'",
                "SELECT @@GLOBAL.max_allowed_packet, @@GLOBAL.log_bin_trust_function_creators")) {
            assertThat(db2().query(sql)).as(sql).isEqualTo(db1().query(sql)).isNotEmpty();
        }
        assertThat(db2().value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        assertThat(db2().value("SELECT COUNT(*) FROM performance_schema.replication_connection_configuration"))
                .as("it is a replica as before").isEqualTo("1");
        assertThat(toppedUp().transactions()).isZero();
    }

    private TopUp toppedUp() {
        return words.topUp(call(), server("db2"), store());
    }

    private FakeCall call() {
        FakeCall call = new FakeCall().lasting(new SystemClock());
        for (String name : List.of("db1", "db2")) {
            call.with(server(name), ports.find(Restoration.class, name).orElseThrow());
        }
        return call.with(ports.find(LogArchive.class, "s3").orElseThrow());
    }

    private Store store() {
        return ports.find(Store.class, "s3").orElseThrow();
    }

    private MySqlServer server(String name) {
        return ports.find(MySqlServer.class, name).orElseThrow();
    }

    private LabServer db1() {
        return lab.server("db1");
    }

    private LabServer db2() {
        return lab.server("db2");
    }

    private List<String> ids() throws SQLException {
        return db2().query("SELECT id FROM shop.orders ORDER BY id").stream().map(row -> row.get("id")).toList();
    }

    private static GtidSet executed(LabServer server) throws SQLException {
        return GtidSet.parse(server.replica().executed());
    }
}
