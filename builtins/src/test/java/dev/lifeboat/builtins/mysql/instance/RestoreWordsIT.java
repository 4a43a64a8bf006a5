package dev.lifeboat.builtins.mysql.instance;

import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.backup.Drill;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.Prediction;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.RestoreBuiltins;
import dev.lifeboat.builtins.fakes.FakeCall;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.LabWords;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a real server, sealed in a store, brought back into a spare. */
class RestoreWordsIT {
    private static final String ID = "ecommerce-20261127T020000Z-db1";
    private static final Optional<String> NEW1 = Optional.of("new1");
    private static MySqlLab lab;
    private static Path folder;
    private static LabWords words;
    private static Manifest manifest;
    private final FakeCall call = new FakeCall();

    @BeforeAll
    static void start(@TempDir Path place) throws Exception {
        folder = place;
        Files.createDirectory(place.resolve("san"));
        lab = MySqlLab.start(ServerPlan.primary("db1"), ServerPlan.replica("db2", "db1"), ServerPlan.spare("new1"));
        words = new LabWords(lab, place, Map.of("db2", ", delay: 1h"), Set.of("new1"));
        words.prepare();
        LabAccounts.allow(lab, "backup.full", "backup.verify", "backup.predict", "backup.restore", "backup.rehearse");
        insert(1, 500);
        lab.server("db2").replica().awaitAppliedFrom(db1());
        lab.server("db2").execute("STOP REPLICA SQL_THREAD", "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 3600",
                "START REPLICA SQL_THREAD");
        backups().take(new Order(ID, "ecommerce", "db1", db1().uuid(), db1().version().toString(), "",
                words.clock().now()));
        manifest = backups().manifest(ID).orElseThrow();
        insert(501, 600);
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @BeforeEach
    void empty() {
        call.lasting(words.clock());
        for (String name : List.of("db1", "db2", "new1")) {
            call.with(words.port(MySqlServer.class, name), words.port(ServerCatalog.class, name),
                    words.port(Instance.class, name), words.port(BinaryLogs.class, name), words.port(Host.class, name),
                    words.port(Restoration.class, name));
        }
        call.with(backups());
        new Trial(call, words.inventory(), words.port(MySqlServer.class, "new1"),
                words.port(MySqlServer.class, "db1")).wipe();
    }

    private static void insert(int first, int last) throws SQLException {
        try (var connection = db1().connect(); var statement = connection.createStatement()) {
            for (int id = first; id <= last; id++) {
                statement.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'x')");
            }
        }
    }

    private static LabServer db1() {
        return lab.server("db1");
    }

    private static LabServer new1() {
        return lab.server("new1");
    }

    private static FullBackups backups() {
        return words.port(FullBackups.class, "san");
    }

    private static Restoration restoration() {
        return words.port(Restoration.class, "new1");
    }

    private RestoreBuiltins restores() {
        return new RestoreBuiltins(words.inventory());
    }

    private MySqlServer spare() {
        return words.port(MySqlServer.class, "new1");
    }

    @Test
    void aSealedBackupComesBackAsItsManifestSays() throws Exception {
        restores().restore(call, manifest, spare(), NEW1);

        assertThat(new1().value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("500");
        assertThat(restoration().state().executed()).isEqualTo(manifest.executed());
        assertThat(spare().state().readOnly()).isEqualTo(MySqlServer.ReadOnly.FENCED);
        assertThat(spare().channels()).isEmpty();
        assertThat(call.done).last().asString().contains("new1: has backup " + ID + " and nothing else, fenced");
        restores().restore(call, manifest, spare(), NEW1);
        assertThat(call.done).last().asString().isEqualTo("new1: has backup " + ID + " already, whole");
    }

    @Test
    void aRehearsalProvesABackupAndSaysHowLongTheNextRestoreTakes() throws Exception {
        Prediction guessed = restores().predict(call, manifest, GtidSet.parse(db1().replica().executed()));
        assertThat(guessed.measured()).isFalse();
        assertThat(guessed.basis()).contains("is assumed");

        Drill drill = restores().rehearse(call, manifest, spare(), NEW1);

        assertThat(drill.passed()).isTrue();
        assertThat(drill.transactions()).isGreaterThanOrEqualTo(100);
        assertThat(drill.loaded()).isPositive();
        assertThat(backups().drills("ecommerce")).contains(drill);
        assertThat(words.port(Instance.class, "new1").isEmpty().name()).isEqualTo("DONE");
        assertThat(spare().channels()).isEmpty();
        assertThat(db1().value("SELECT COUNT(*) FROM shop.orders")).isEqualTo("600");

        Prediction measured = restores().predict(call, manifest, GtidSet.parse(db1().replica().executed()));
        assertThat(measured.measured()).isTrue();
        assertThat(measured.basis()).startsWith("1 drill of this store, the newest ");
        assertThat(measured.least()).isLessThanOrEqualTo(measured.total());
        assertThat(measured.total()).isLessThanOrEqualTo(measured.most());
        assertThat(measured.transactions()).isGreaterThanOrEqualTo(100);
        assertThat(measured.sooner()).map(MySqlServer::name).contains("db2");
    }

    @Test
    void aDamagedBackupIsFoundBeforeAnythingIsLoaded() throws Exception {
        Path dump = folder.resolve("san/ecommerce/" + db1().uuid() + "/full/" + ID + "/dump");
        flip(dump);
        try {
            assertThatThrownBy(() -> restores().restore(call, manifest, spare(), NEW1)).isInstanceOf(Failure.class)
                    .hasMessageContaining("Backup `" + ID + "` was not loaded: ");
            assertThat(restoration().state().phase()).isEqualTo(Restoration.Phase.NONE);
        } finally {
            flip(dump);
        }
    }

    private static void flip(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int found = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(found ^ 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsRestoredOverAServerThatIsNotMeantOrNotEmptyOrThePrimary() throws Exception {
        assertThatThrownBy(() -> restores().restore(call, manifest, spare(), Optional.of("new2")))
                .hasMessageContaining("what was typed, `new2`, is neither its name nor its `server_uuid`");
        assertThatThrownBy(() -> restores().restore(call, manifest, spare(), Optional.empty()))
                .hasMessageContaining("nobody has said that it is the server that is meant");
        MySqlServer primary = words.port(MySqlServer.class, "db1");
        assertThatThrownBy(() -> restores().restore(call, manifest, primary, Optional.of("db1")))
                .hasMessageContaining("it takes writes");
        MySqlServer replica = words.port(MySqlServer.class, "db2");
        assertThatThrownBy(() -> restores().restore(call, manifest, replica, Optional.of("db2")))
                .hasMessageContaining("it is not empty: it has lifeboat and shop");
        assertThatThrownBy(() -> restores().rehearse(call, manifest, replica, Optional.of("db2")))
                .hasMessageContaining("it is none of its spares");
    }

    /** It has the backup's GTID set, its schemas, and nothing wrong to be seen: but for what it says itself. */
    @Test
    void aHalfRestoredServerIsRefusedByEveryWordThatNeedsAWholeOne() throws Exception {
        restores().restore(call, manifest, spare(), NEW1);
        new1().execute("SET GLOBAL super_read_only = OFF", "SET sql_log_bin = OFF",
                "UPDATE lifeboat_restore.state SET phase = 'LOADING'", "SET GLOBAL super_read_only = ON");
        assertThat(spare().state().halfRestored()).isTrue();

        LabWords asServer = new LabWords(lab, folder, Map.of());
        for (var word : Map.of("mysql.repoint", List.of("new1", "db1"), "mysql.rejoin", List.of("new1", "db1"))
                .entrySet()) {
            assertThatThrownBy(() -> asServer.call(word.getKey(), server(word.getValue().get(0)),
                    server(word.getValue().get(1)))).as(word.getKey()).hasMessageContaining("It is half restored");
        }
        assertThatThrownBy(() -> asServer.call("mysql.switchover", asServer.cluster, server("new1")))
                .hasMessageContaining("half restored");
        assertThatThrownBy(() -> asServer.call("mysql.rebuild", server("db2"), server("new1"), null,
                new Value.Text("db2"))).hasMessageContaining("half restored");

        restores().restore(call, manifest, spare(), NEW1);
        assertThat(restoration().state().phase()).isEqualTo(Restoration.Phase.WHOLE);
    }

    /** Finding 3: MySQL itself connects without a word, and keeps the corruption. */
    @Test
    void anOldReplicaFollowsNoRestoredServer() throws Exception {
        lab.server("db2").execute("STOP REPLICA SQL_THREAD", "CHANGE REPLICATION SOURCE TO SOURCE_DELAY = 0",
                "START REPLICA SQL_THREAD");
        lab.server("db2").replica().awaitAppliedFrom(db1());
        restores().restore(call, manifest, spare(), NEW1);
        new1().execute("SET GLOBAL read_only = OFF");
        LabWords asServer = new LabWords(lab, folder, Map.of());
        asServer.call("mysql.new_timeline", asServer.cluster, server("new1"));
        new1().execute("SET GLOBAL super_read_only = ON");

        assertThatThrownBy(() -> asServer.call("mysql.repoint", server("db2"), server("new1")))
                .hasMessageContaining("they are on different timelines, whatever their GTID sets say");
    }
}
