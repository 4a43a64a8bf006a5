package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full backups of a real replica, taken by mysqldump, in folders; and what comes of them when the server or the runner is lost midway. */
class StoredBackupsIT extends FullBackupsContract {
    private static final SealKeys KEYS = SealKeys.parse(SealKeys.create().text(), "secret `backup`");
    private static MySqlLab lab;
    @TempDir
    private Path folder;
    private final SystemClock clock = new SystemClock();
    private final List<String> told = new ArrayList<>();
    private StoredBackups san;
    private StoredBackups s3;

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"));
        lab.server("db1").execute(
                "INSERT INTO shop.orders (id, note) VALUES (1, 'it''s; (one)'), (2, 'b\\n-- Dump completed'), (3, '),(')",
                "CREATE TABLE shop.generated (a INT, b INT AS (a + 1) STORED)",
                "INSERT INTO shop.generated (a) VALUES (1), (2)",
                "CREATE TABLE shop.binaries (a BLOB)", "INSERT INTO shop.binaries VALUES (0x27285C00FF), (''), (NULL)",
                "CREATE TABLE shop.`od``d; (x'` (a INT)", "INSERT INTO shop.`od``d; (x'` VALUES (1)",
                "CREATE TABLE shop.gone (a INT)", "CREATE VIEW shop.broken AS SELECT a FROM shop.gone",
                "DROP TABLE shop.gone",
                "CREATE SCHEMA nothing",
                "CREATE PROCEDURE shop.p() BEGIN\n-- it's\nINSERT INTO orders VALUES (9),(10);\nEND",
                "CREATE TABLE shop.big (id INT PRIMARY KEY AUTO_INCREMENT, note VARCHAR(2000))",
                "INSERT INTO shop.big (note) VALUES (REPEAT('x', 2000))");
        for (int i = 0; i < 12; i++) {
            lab.server("db1").execute("INSERT INTO shop.big (note) SELECT note FROM shop.big");
        }
        lab.server("db2").replica().awaitAppliedFrom(lab.server("db1"));
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @BeforeEach
    void begin() throws IOException {
        san = backups("san");
        s3 = backups("s3");
    }

    private StoredBackups backups(String store) throws IOException {
        return new StoredBackups(new StoredBackups.Parts(
                new DirectoryStore(store, Files.createDirectories(folder.resolve(store))), new TinkSeal(() -> KEYS),
                server -> new MySqlDumper(login(server, LabAccounts.LIFEBOAT_PASSWORD), clock),
                other -> Optional.of(other.equals("san") ? san : s3), clock, told::add));
    }

    private static JdbcLogin login(String server, String password) {
        return new JdbcLogin(server, new Address("127.0.0.1", db2().port()), LabAccounts.LIFEBOAT, () -> password,
                Tls.REQUIRE);
    }

    private static LabServer db2() {
        return lab.server("db2");
    }

    @Override
    protected StoredBackups backups() {
        return san;
    }

    @Override
    protected StoredBackups elsewhere() {
        return s3;
    }

    @Override
    protected FullBackups.Order order(Instant began) {
        return new FullBackups.Order(new BackupId("shop", began, "db2").toString(), "shop", "db2", db2().uuid(),
                db2().version().toString(), "", began);
    }

    @Test
    void theManifestSaysWhatTheServerHas() throws Exception {
        san.take(order(TWO));
        Manifest manifest = san.manifest(order(TWO).id()).orElseThrow();

        assertThat(manifest.executed())
                .isEqualTo(executed());
        assertThat(manifest.tables()).contains(new Manifest.TableRows("shop.orders", 3),
                new Manifest.TableRows("shop.generated", 2), new Manifest.TableRows("shop.binaries", 3),
                new Manifest.TableRows("shop.od`d; (x'", 1), new Manifest.TableRows("shop.big", 4096));
        assertThat(manifest.tool()).startsWith("mysqldump Ver ");
        assertThat(manifest.stored().bytes()).isLessThan(manifest.size().bytes() / 10);
        try (var sql = san.sql(manifest)) {
            assertThat(new String(sql.readNBytes(200), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith(
                            "-- The view shop.broken refers to what is not there, and is not in this dump: select ");
        }
    }

    private static GtidSet executed() throws SQLException {
        return GtidSet.parse(db2().query("SELECT @@GLOBAL.gtid_executed AS executed").getFirst().get("executed"));
    }

    @Test
    void takingItLeavesNothingOnTheServer() throws Exception {
        GtidSet before = executed();
        san.take(order(TWO));
        assertThat(executed()).isEqualTo(before);
    }

    @Test
    void noPlainFileAndNoPasswordStaysOnTheDisk() throws IOException {
        san.take(order(TWO));
        assertThat(leftInScratch()).isEmpty();
        assertThat(san.parts().store().list("")).allSatisfy(object -> {
            try (var content = san.parts().store().read(object.name(), 0)) {
                assertThat(new String(content.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("CREATE TABLE");
            }
        });
    }

    private static List<Path> leftInScratch() throws IOException {
        try (ScratchFile one = ScratchFile.create(".err"); Stream<Path> files = Files.list(one.path().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(ScratchFile.beginning()))
                    .filter(file -> !file.equals(one.path())).toList();
        }
    }

    @Test
    void aServerThatDiesMidwayLeavesNothing() {
        Failure failure = whileDumping(() -> db2().kill());
        try {
            assertThat(failure).hasMessageMatching("`mysqldump` of `db2` ended with status \\d: "
                    + "(Error 2013: Lost connection .*|it did not say why)\\.");
            assertThat(failure.hint()).contains("server").contains("lost");
            assertThat(san.parts().store().list("")).isEmpty();
        } finally {
            db2().start();
        }
    }

    @Test
    void anInterruptionEndsTheDumpAndLeavesNothing() {
        Thread taking = Thread.currentThread();
        Failure failure = whileDumping(taking::interrupt);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessage("The dump of `db2` was ended before it was done.");
        assertThat(failure.evidence()).anyMatch(line -> line.matches("process \\d+ killed, gone"));
        assertThat(san.parts().store().list("")).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidToBeOne() throws IOException {
        var parts = san.parts();
        var wrong = new StoredBackups(new StoredBackups.Parts(parts.store(), parts.seal(),
                server -> new MySqlDumper(login(server, "wrong"), clock), parts.elsewhere(), clock, told::add));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> wrong.take(order(TWO)))
                .withMessageContaining("Access denied");
        assertThat(parts.store().list("")).isEmpty();
    }

    /** The seal is asked for the first time when the dump is about to begin; what is done is done when some of it has passed. */
    private Failure whileDumping(Runnable done) {
        var parts = san.parts();
        Seal slow = new SlowSeal(parts.seal(), done);
        var backups = new StoredBackups(new StoredBackups.Parts(parts.store(), slow, parts.dumper(), parts.elsewhere(),
                clock, told::add));
        return catchThrowableOfType(Failure.class, () -> backups.take(order(TWO.plus(Duration.ofDays(9)))));
    }
}
