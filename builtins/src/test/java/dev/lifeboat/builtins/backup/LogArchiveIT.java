package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.binlog.ServerLogFeed;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.store.DirectoryStore;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock.Task;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Binary logs of real servers in folders. */
class LogArchiveIT extends LogArchiveContract {
    private static final SystemClock CLOCK = new SystemClock();
    private static MySqlLab lab;
    private static LabServer db1;
    private static int orders = 1000;
    @TempDir
    private Path folder;
    private final SealKeys keys = SealKeys.create();
    private final List<String> told = new ArrayList<>();
    private StoredLogs logs;
    private StoredLogs s3;

    @BeforeAll
    static void start() throws SQLException {
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"));
        db1 = lab.server("db1");
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @BeforeEach
    void open() throws IOException {
        logs = logs("san", keys);
        s3 = logs("s3", keys);
    }

    private StoredLogs logs(String store, SealKeys sealed) throws IOException {
        Path root = Files.createDirectories(folder.resolve(store));
        return new StoredLogs(new DirectoryStore(store, root), new TinkSeal(() -> sealed), LogArchiveIT::feed,
                name -> new DirectoryStore(name, folder.resolve(name)), CLOCK, told::add);
    }

    private static LogFeed feed(String server) {
        Address address = new Address("127.0.0.1", lab.server(server).port());
        return new ServerLogFeed(new JdbcLogin(server, address, LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.REQUIRE), Optional.empty(), CLOCK, IdentityGuard.NONE);
    }

    @Override
    protected LogArchive archive() {
        return logs;
    }

    @Override
    protected LogArchive elsewhere() {
        return s3;
    }

    @Override
    protected GtidSet write() {
        try {
            GtidSet before = executed(db1);
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (" + ++orders + ", 'written')");
            return executed(db1).subtract(before);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void awaitApplied() {
        try {
            lab.server("db2").replica().awaitAppliedFrom(db1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void purge(String server) {
        try {
            lab.server(server).execute("FLUSH LOCAL BINARY LOGS");
            lab.server(server).execute("PURGE BINARY LOGS TO '"
                    + lab.server(server).query("SHOW BINARY LOGS").getLast().get("Log_name") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GtidSet executed(LabServer server) throws SQLException {
        return GtidSet.parse(server.query("SELECT @@gtid_executed AS g").getFirst().get("g"));
    }

    @Test
    void whatIsReadIsByteForByteWhatIsInTheFile() throws Exception {
        db1.execute("CREATE TABLE shop.large (id INT PRIMARY KEY, doc LONGBLOB)",
                "INSERT INTO shop.large VALUES (1, REPEAT('0123456789abcdef', 1100000))",
                "SET SESSION binlog_transaction_compression = ON",
                "INSERT INTO shop.large VALUES (2, REPEAT('x', 100000))", "DROP TABLE shop.large",
                "FLUSH LOCAL BINARY LOGS", "INSERT INTO shop.orders (id, note) VALUES (1, 'Gruß')");
        LogFeed feed = feed("db1");

        for (LogFile file : feed.files()) {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            LogPart first = feed.copy(file.name(), 0, 500, read);
            LogPart rest = feed.copy(file.name(), first.to(), Long.MAX_VALUE, read);
            byte[] expected = Files.readAllBytes(db1.dataFolder().resolve(file.name()));

            assertThat(rest.closed() || first.closed()).isEqualTo(!file.equals(feed.files().getLast()));
            assertThat(closed(read.toByteArray())).as(file.name()).isEqualTo(closed(expected));
        }
    }

    /** A file that is written to says so in its first event. */
    private static byte[] closed(byte[] log) {
        byte[] closed = log.clone();
        closed[4 + 17] &= ~1;
        return closed;
    }

    @Test
    void aStreamGoesOnBehindARestart() throws Exception {
        Task stream = CLOCK.fork("stream", () -> logs.stream(CLUSTER, "db1", Duration.ofMinutes(10),
                Duration.ofMinutes(5)));
        db1.execute("INSERT INTO shop.orders (id, note) VALUES (20, 'a')");
        db1.kill();
        db1.start();
        db1.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF",
                "INSERT INTO shop.orders (id, note) VALUES (21, 'b')");
        GtidSet all = executed(db1);
        Await.until("all is there", Duration.ofMinutes(2), () -> LogChain.of(logs.logs(CLUSTER)).known().contains(all));
        stream.cancel();
        stream.join();

        assertThat(LogChain.of(logs.logs(CLUSTER)).known()).isEqualTo(executed(db1));
        assertThat(LogChain.of(logs.logs(CLUSTER)).gaps()).isEmpty();
        assertThat(logs.verify(CLUSTER, GtidSet.EMPTY)).isEmpty();
    }

    @Test
    void anArchiveThatIsTooOldIsTold() throws Exception {
        logs.archive(CLUSTER, "db1");
        db1.kill();
        try {
            assertThatThrownBy(() -> logs.stream(CLUSTER, "db1", Duration.ofSeconds(20), Duration.ofMillis(1)))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith("The archive is older than it may be: the logs of `db1` in store `san`");
        } finally {
            db1.start();
            db1.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
        }
    }

    @Test
    void eachDamageIsFound() throws Exception {
        db1.execute("FLUSH LOCAL BINARY LOGS");
        for (int i = 0; i < 3; i++) {
            db1.execute("INSERT INTO shop.orders (id, note) VALUES (" + (40 + i) + ", '" + "n".repeat(100) + "')",
                    "FLUSH LOCAL BINARY LOGS");
        }
        logs.archive(CLUSTER, "db1");
        List<ArchivedLog> all = logs.logs(CLUSTER);
        ArchivedLog one = all.get(all.size() - 3);
        ArchivedLog other = all.get(all.size() - 2);
        Path log = file(one, "log");

        byte[] good = Files.readAllBytes(log);
        StringBuilder found = new StringBuilder();
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 4;
        found.append(damaged("a bit flipped", log, flipped));
        for (int cut = 1; cut <= 20; cut++) {
            String text = damaged("cut off", log, Arrays.copyOf(good, good.length * cut / 21));
            assertThat(text).contains("it was cut off");
            found.append(cut == 20 ? text : "");
        }
        found.append(damaged("swapped", log, Files.readAllBytes(file(other, "log"))));
        Files.delete(log);
        found.append("missing:\n").append(text(logs.verify(CLUSTER, GtidSet.EMPTY)));
        Files.write(log, good);
        Path entry = file(one, "entry.json");
        found.append(damaged("an entry that lies", entry, Files.readString(entry)
                .replace("\"closed\" : true", "\"closed\" : false").getBytes()));
        found.append(damaged("an entry of another part", entry, Files.readAllBytes(file(other, "entry.json"))));
        byte[] plain = Files.readAllBytes(entry);
        Files.delete(entry);
        found.append("a hole:\n").append(text(logs.verify(CLUSTER, GtidSet.EMPTY)));
        Files.write(entry, plain);
        found.append("a lost key:\n").append(text(logs("san", SealKeys.create()).verify(CLUSTER, one.holds())));

        assertThat(logs.verify(CLUSTER, GtidSet.EMPTY)).isEmpty();
        for (var name : Map.of(one, "ONE", other, "OTHER").entrySet()) {
            replace(found, name.getKey().file(), name.getValue());
            replace(found, name.getKey().holds().toString(), "GTID-OF-" + name.getValue());
        }
        replace(found, db1.uuid(), "UUID");
        Golden.compare(Path.of("src/test/resources/backup/log-damage.txt"), found.toString()
                .replaceAll("Key \\d+", "Key KEY").replaceAll("which are \\d+", "which are KEY")
                .replaceAll("has [\\d,]+ bytes and not [\\d,]+", "has N bytes and not M"));
    }

    private Path file(ArchivedLog part, String what) {
        return folder.resolve("san").resolve(part.folder() + what);
    }

    private String damaged(String how, Path file, byte[] content) throws IOException {
        byte[] good = Files.readAllBytes(file);
        Files.write(file, content);
        String found = how + ":\n" + text(logs.verify(CLUSTER, GtidSet.EMPTY));
        Files.write(file, good);
        return found;
    }

    private static String text(List<LogDamage> damage) {
        StringBuilder text = new StringBuilder();
        damage.forEach(one -> text.append("  ").append(one.object()).append("\n    ").append(one.what())
                .append("\n    ").append(one.hint()).append("\n    lost: ").append(one.lost()).append('\n'));
        return text.toString();
    }

    private static void replace(StringBuilder in, String what, String by) {
        String text = in.toString().replace(what, by);
        in.setLength(0);
        in.append(text);
    }
}
