package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.binlog.ServerLogFeed;
import dev.lifeboat.builtins.mysql.jdbc.JdbcInstance;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of a real server, loaded into another one. */
class ServerRestorationIT extends RestorationContract {
    private static final Backup BACKUP = new Backup("san", "shop-20261127T020000Z-db1");
    private static final SealKeys KEYS = SealKeys.create();
    private static int customers = 1_000;
    private static MySqlLab lab;
    private static Path folder;
    private final SystemClock clock = new SystemClock();
    private final List<String> told = new ArrayList<>();
    private DumpFile source;

    @BeforeAll
    static void start(@TempDir Path place) throws Exception {
        folder = place;
        Files.createDirectory(folder.resolve("san"));
        lab = MySqlLab.start(ServerPlan.primary("db1").with("event_scheduler", "ON"), ServerPlan.spare("db4"));
        db1().execute("SET GLOBAL sql_mode = ''", "CREATE SCHEMA empty_one",
                "CREATE TABLE shop.customers (id INT PRIMARY KEY, name VARCHAR(100) CHARACTER SET utf8mb4, photo BLOB, "
                        + "shout VARCHAR(100) GENERATED ALWAYS AS (UPPER(name)) STORED, hidden INT INVISIBLE DEFAULT 7)",
                "INSERT INTO shop.customers (id, name, photo) VALUES (1, '\uD83D\uDE91 Größe', 0x00FF0D0A1A27225C), "
                        + "(2, 'O''Brien\\n-- Dumping', NULL), (3, 'line\r\nbreak', '')",
                "CREATE TRIGGER shop.tidy BEFORE INSERT ON shop.customers FOR EACH ROW SET NEW.name = TRIM(NEW.name)",
                "CREATE VIEW shop.names AS SELECT id, name FROM shop.customers",
                "CREATE DEFINER = nobody@'%' PROCEDURE shop.count_all() SELECT COUNT(*) FROM shop.orders",
                "CREATE EVENT shop.nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM shop.orders WHERE id < 0",
                "CREATE USER clerk@'%' IDENTIFIED BY 'secret'", "GRANT SELECT ON shop.* TO clerk@'%'");
        try (var connection = db1().connect();
                var statement = connection.prepareStatement("INSERT INTO shop.orders (id, note) VALUES (?, ?)")) {
            for (int id = 1; id <= 3_000; id++) {
                statement.setInt(1, id);
                statement.setString(2, "order " + id + " " + "x".repeat(150));
                statement.addBatch();
            }
            connection.setAutoCommit(false);
            statement.executeBatch();
            connection.commit();
        }
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @BeforeEach
    void dumped() throws Exception {
        source = DumpFile.of(lab, db1(), folder.resolve("dump.sql"));
        restoration().state();
        db4().execute("SET GLOBAL super_read_only = OFF");
        instance().wipe();
        db4().execute("SET GLOBAL super_read_only = ON");
    }

    private static LabServer db1() {
        return lab.server("db1");
    }

    private static LabServer db4() {
        return lab.server("db4");
    }

    private static JdbcLogin login() {
        return login(db4());
    }

    private static JdbcLogin login(LabServer server) {
        return new JdbcLogin(server.name(), new Address("127.0.0.1", server.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
    }

    private JdbcInstance instance() {
        return new JdbcInstance(login(), Optional.empty(), account -> login(), clock, IdentityGuard.NONE);
    }

    @Override
    protected Restoration restoration() {
        JdbcRestoreTarget target = new JdbcRestoreTarget(
                new JdbcSession(login(), Optional.empty(), clock, IdentityGuard.NONE), instance());
        MySqlLoader loader = new MySqlLoader(login(), clock);
        return new ServerRestoration(target, loader, store -> source,
                new LogApplication(target, new MySqlLogApplier(loader), store -> logs(), clock, told::add), clock,
                "run-1", told::add);
    }

    private StoredLogs logs() {
        DirectoryStore san = new DirectoryStore("san", folder.resolve("san"));
        return new StoredLogs(san, new TinkSeal(() -> KEYS),
                server -> new ServerLogFeed(login(db1()), Optional.empty(), clock, IdentityGuard.NONE), name -> san,
                clock, told::add);
    }

    @Override
    protected Manifest manifest() {
        return source.manifest();
    }

    @Override
    protected GtidSet archived() throws Exception {
        GtidSet before = GtidSet.parse(db1().replica().executed());
        db1().execute("INSERT INTO shop.customers (id, name) VALUES (" + ++customers + ", 'later')");
        logs().archive("shop", "db1");
        return GtidSet.parse(db1().replica().executed()).subtract(before);
    }

    @Override
    protected void open() throws Exception {
        db4().execute("SET GLOBAL super_read_only = OFF");
    }

    private Failure refused(Runnable action) {
        return catchThrowableOfType(Failure.class, action::run);
    }

    @Test
    void allOfABackupIsThereAfterItsLoad() throws Exception {
        restoration().load(BACKUP);
        for (String sql : List.of("CHECKSUM TABLE shop.customers", "CHECKSUM TABLE shop.orders",
                "SHOW CREATE TABLE shop.customers",
                "SELECT HEX(name), HEX(photo), HEX(shout), hidden FROM shop.customers ORDER BY id",
                "SELECT DEFINER, ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'shop'",
                "SELECT EVENT_NAME, STATUS, DEFINER FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'shop'",
                "SELECT TRIGGER_NAME, ACTION_STATEMENT FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = 'shop'",
                "SELECT TABLE_NAME, VIEW_DEFINITION FROM information_schema.VIEWS WHERE TABLE_SCHEMA = 'shop'",
                "SELECT user, host, authentication_string FROM mysql.user ORDER BY 1, 2",
                "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'empty_one'")) {
            assertThat(db4().query(sql)).as(sql).isEqualTo(db1().query(sql)).isNotEmpty();
        }
    }

    /** 1130 before: the accounts are in the tables and count only once they are read. */
    @Test
    void accountsGetInAndTheServerIsNobodysReplicaAndTakesNoWrites() throws Exception {
        restoration().load(BACKUP);

        assertThat(db4().value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
        assertThat(db4().value("SELECT COUNT(*) FROM performance_schema.replication_connection_configuration"))
                .isEqualTo("0");
        assertThat(db4().uuid()).isNotEqualTo(db1().uuid());
        assertThat(db4().value("SELECT CONCAT_WS(' ', @@GLOBAL.sync_binlog, @@GLOBAL.innodb_flush_log_at_trx_commit, "
                + "@@GLOBAL.max_allowed_packet)")).isEqualTo(
                        db1().value("SELECT CONCAT_WS(' ', @@GLOBAL.sync_binlog, "
                                + "@@GLOBAL.innodb_flush_log_at_trx_commit, @@GLOBAL.max_allowed_packet)"));
        try (var connection = java.sql.DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + db4().port()
                + "/shop?allowPublicKeyRetrieval=true&sslMode=DISABLED", "clerk", "secret")) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void aStatementThatIsRefusedIsNamedAndTheServerIsEmptyAgain() {
        source.spoiled = stream -> inserted(stream, "INSERT INTO `orders` VALUES (1,'twice',NOW(6));\n");
        Failure failure = refused(() -> restoration().load(BACKUP));

        assertThat(failure).hasMessageContaining("`db4` refused a statement in line ")
                .hasMessageContaining("Dumping data for table `orders`").hasMessageContaining("error 1062,")
                .hasMessageContaining("`db4` was wiped: it is empty, and fenced.");
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(restoration().state().phase()).isEqualTo(Phase.NONE);
        assertThat(instance().isEmpty().name()).isEqualTo("DONE");
    }

    private static InputStream inserted(InputStream dump, String statement) {
        try {
            String text = new String(dump.readAllBytes(), StandardCharsets.ISO_8859_1);
            int at = text.indexOf("UNLOCK TABLES;", text.indexOf("INSERT INTO `orders`"));
            return new ByteArrayInputStream(
                    (text.substring(0, at) + statement + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finding 15: it claims every transaction of the backup from the first moment on. */
    @Test
    void aBackupThatBreaksOffWhileItIsLoadedIsNotTakenForAWholeOne() {
        source.spoiled = stream -> breaking(stream, source.manifest().size().bytes() - 2_000);
        Failure failure = refused(() -> restoration().load(BACKUP));

        assertThat(failure).hasMessageContaining("broke off").hasMessageContaining("the store is gone")
                .hasMessageContaining("was wiped");
        assertThat(restoration().state().executed().isEmpty()).isTrue();
    }

    private static InputStream breaking(InputStream dump, long after) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the store is gone");
            }
        };
        return new SequenceInputStream(new LimitedInput(dump, after), broken);
    }

    /** Nobody but the server itself could tell: its GTID set is the backup's. */
    @Test
    void aServerThatDiesWhileItIsLoadedSaysSoWhenItComesBackAndIsLoadedAgain() throws Exception {
        source.spoiled = stream -> dying(stream, source.manifest().size().bytes() - 2_000);
        Failure failure = refused(() -> restoration().load(BACKUP));
        assertThat(failure).hasMessageContaining("It could not be wiped").hasMessageContaining("half loaded");
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.UNKNOWN);
        db4().start();

        assertThat(restoration().state().phase()).isEqualTo(Phase.LOADING);
        assertThat(restoration().state().executed()).isEqualTo(source.manifest().executed());
        assertThat(restoration().isLoaded(BACKUP).name()).isEqualTo("NOT_DONE");

        source.spoiled = stream -> stream;
        restoration().load(BACKUP);
        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration().compare(source.manifest())).isEmpty();
    }

    private static InputStream dying(InputStream dump, long after) {
        InputStream killing = new InputStream() {
            @Override
            public int read() {
                db4().kill();
                return -1;
            }
        };
        return new SequenceInputStream(new LimitedInput(dump, after), killing);
    }

    @Test
    void aManifestThatPromisesOtherRowsIsNotMet() {
        source.say(manifest -> withRows(manifest, "shop.orders", 2_999));
        Failure failure = refused(() -> restoration().load(BACKUP));
        assertThat(failure).hasMessageContaining("`shop.orders` has 3000 rows instead of 2999")
                .hasMessageContaining("was wiped");
    }

    private static Manifest withRows(Manifest it, String table, long rows) {
        var tables = it.tables().stream()
                .map(one -> one.table().equals(table) ? new Manifest.TableRows(table, rows) : one).toList();
        return new Manifest(it.id(), it.store(), it.cluster(), it.server(), it.serverUuid(), it.epoch(), it.began(),
                it.ended(), it.executed(), it.logFile(), it.logPosition(), it.serverVersion(), it.tool(), it.size(),
                it.stored(), it.sha256(), it.key(), tables);
    }

    @Test
    void aServerThatHasAnythingIsNotLoadedOver() throws Exception {
        db4().execute("SET GLOBAL super_read_only = OFF", "SET sql_log_bin = 0", "CREATE SCHEMA precious");
        assertThat(refused(() -> restoration().load(BACKUP)))
                .hasMessage(
                        "Backup `" + BACKUP.id() + "` is not restored into `db4`. It is not empty: it has precious.");
        assertThat(db4().query("SHOW SCHEMAS LIKE 'precious'")).hasSize(1);
    }

    @Test
    void aLoadWhoseTimeIsUpIsEndedOnBothSidesAndWiped() throws Exception {
        source.spoiled = stream -> new SequenceInputStream(new LimitedInput(stream, 4_000_000_000L),
                new ByteArrayInputStream("DO SLEEP(60);\n".getBytes(StandardCharsets.UTF_8)));
        Failure failure = refused(() -> clock.within(Duration.ofSeconds(8), () -> {
            restoration().load(BACKUP);
            return null;
        }));
        assertThat(failure).hasMessageContaining("was ended before it was done").hasMessageContaining("was wiped");
        assertThat(db4().query("SHOW PROCESSLIST")).noneMatch(row -> String.valueOf(row.get("Info")).contains("SLEEP"));
        assertThat(instance().isEmpty().name()).isEqualTo("DONE");
    }
}
