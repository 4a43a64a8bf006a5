package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.CutPort;
import dev.lifeboat.builtins.store.LabBucket;
import dev.lifeboat.builtins.store.ObjectStore;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.cli.mirror.Mirrored;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Leases and the copies of journals in a bucket that two machines reach, this process being one of them: the other is lost, or stands still, or the bucket goes away. */
@Timeout(300)
class SharedStoreIT {
    private static final Duration A_WHILE = Duration.ofMinutes(2);
    private static final int LEASE_HELD = 75;
    private static final int WORLD_UNAVAILABLE = 69;
    private static final Pattern RUN = Pattern.compile("Run (\\S+) on lab");
    private static final String RUNBOOK = """
            runbook two_machines "Two machines"
                version "1"
                owner @database_lead
                on failure pause

            phase all "All" {
                step first "First" timeout 1m takes 1s {
                    mysql.execute(cluster.primary, "INSERT INTO shop.steps (name) VALUES ('first')")
                }
                irreversible "It is a row."
                step second "Second" timeout 2m takes 6s {
                    wait until mysql.query(cluster.primary, "SELECT name FROM shop.steps WHERE name = 'go'") == [["go"]] every 1s timeout 2m
                }
                step last "Last" timeout 1m takes 1s {
                    mysql.execute(cluster.primary, "INSERT INTO shop.steps (name) VALUES ('last')")
                }
                verify {
                    require mysql.query(cluster.primary, "SELECT COUNT(*) FROM shop.steps WHERE name = 'last'") == [["1"]]
                }
                irreversible "It is a row."
            }
            """;
    @TempDir
    private static Path folder;
    private static LabBucket bucket;
    private static CutPort way;
    private static Estate estate;
    private static ObjectStore store;
    private Path machine;
    private Path output;
    private MortalProcess first;

    @BeforeAll
    static void begin() throws Exception {
        bucket = LabBucket.start(Files.createDirectory(folder.resolve("bucket")));
        store = LabBucket.at(bucket.port());
        way = CutPort.to(bucket.port());
        estate = Estate.start(1, Map.of());
        estate.shareBy(way.port());
        estate.server("db1").execute("CREATE TABLE shop.steps (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(9))",
                "GRANT SELECT, INSERT ON shop.* TO lifeboat");
        Files.writeString(folder.resolve("two_machines.runbook"), RUNBOOK);
    }

    @AfterAll
    static void end() throws Exception {
        estate.close();
        way.close();
        bucket.stop();
    }

    @BeforeEach
    void clear() throws Exception {
        estate.server("db1").execute("DELETE FROM shop.steps");
        machine = Files.createTempDirectory(folder, "machine");
        output = machine.resolve("output");
    }

    @AfterEach
    void bury() throws Exception {
        first.signal("KILL");
        first.end();
    }

    private static String[] run() {
        return new String[]{"run", folder.resolve("two_machines.runbook").toString(), "--inventory",
                estate.inventory().toString(), "--operator", "senior_dba"};
    }

    /** Returns when it waits in its second step, and the copy has what the first one did. */
    private void start() throws IOException {
        first = MortalProcess.startOn(machine, output, run());
        Await.until("it waits in the second step", A_WHILE, () -> {
            assertThat(first.lives()).as(said()).isTrue();
            return Files.readString(journal()).contains("\"StepBegan\",\"step\":\"second\"")
                    && copy(id()).contains("\"CallEnded\"");
        });
    }

    private Path journal() throws IOException {
        return machine.resolve("runs").resolve(id() + ".journal");
    }

    /** Ends the second step. */
    private static void goOn() throws SQLException {
        estate.server("db1").execute("INSERT INTO shop.steps (name) VALUES ('go')");
    }

    private void awaitSaid(String text) throws IOException {
        try {
            Await.until("`" + text + "` is said", A_WHILE, () -> said().contains(text));
        } catch (AssertionError unsaid) {
            throw new AssertionError(unsaid.getMessage() + "\n" + said(), unsaid);
        }
    }

    private String id() throws IOException {
        return RUN.matcher(said()).results().findFirst().orElseThrow().group(1);
    }

    private String said() throws IOException {
        return Files.readString(output);
    }

    private static String copy(String name) throws IOException {
        try (InputStream stream = store.read(Mirrored.object(name), 0)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Invocation fetch(String... more) {
        List<String> words = new ArrayList<>(List.of("journal", "fetch", "s3"));
        words.addAll(List.of(more));
        words.addAll(List.of("--inventory", estate.inventory().toString()));
        return Invocation.of(words.toArray(String[]::new));
    }

    /** Fetches the journal and carries the run on here. */
    private Invocation carriedOn() throws IOException, SQLException {
        goOn();
        assertThat(fetch().out()).contains(id() + "\n");
        Invocation fetched = fetch(id());
        assertThat(fetched.status()).as(fetched.all()).isZero();
        assertThat(fetched.out()).contains(" Its last record is of ");
        return Invocation.of("resume", id(), "--operator", "senior_dba");
    }

    private static void eachStepOnce(String... steps) throws SQLException {
        assertThat(estate.server("db1").query("SELECT name FROM shop.steps WHERE name <> 'go' ORDER BY id"))
                .extracting(row -> row.get("name")).containsExactly(steps);
    }

    /** @param copy what whoever ended the run has left in the store */
    private static void ended(String copy) throws IOException {
        Path journal = Files.createTempFile(folder, "copy", ".journal");
        Files.writeString(journal, copy(copy));
        assertThat(Journals.events(journal, Event.RunEnded.class).map(Event.RunEnded::outcome))
                .containsExactly(RunOutcome.DONE);
    }

    private String newest() throws IOException {
        return Mirrored.newest(store, id()).orElseThrow();
    }

    @Test
    @DisplayName("a run whose machine is lost is carried on from the copy of its journal, to its end")
    void carriedOnElsewhere() throws Exception {
        start();
        Invocation here = Invocation.of("resume", journal().toString(), "--operator", "senior_dba");
        assertThat(here.status()).as(here.all()).isEqualTo(WORLD_UNAVAILABLE);
        assertThat(here.err()).contains("is going on: another process holds its journal.");
        Invocation second = Invocation.of(run());
        assertThat(second.status()).as(second.all()).isEqualTo(LEASE_HELD);
        assertThat(second.err()).contains("Cluster `shop` is held by run `" + id() + "` of senior_dba on ",
                " (process " + first.pid() + "), since ", ", last heartbeat ", "`lifeboat takeover " + id());
        first.signal("KILL");
        first.end();
        Files.delete(journal());
        assertThat(Invocation.of("resume", id(), "--operator", "senior_dba").err())
                .contains("There is no run `" + id() + "` here.", "`lifeboat journal fetch`");

        Invocation resumed = carriedOn();
        assertThat(resumed.status()).as(resumed.all()).isZero();
        assertThat(resumed.out()).contains("took over from senior_dba on ", ", run " + id() + ": carried on");
        eachStepOnce("first", "last");
        assertThat(newest()).startsWith(id() + "-epoch-");
        ended(newest());
    }

    @Test
    @DisplayName("whoever stands still meanwhile and wakes up changes nothing any more, not the copy of the journal either")
    void awakened() throws Exception {
        start();
        first.signal("STOP");
        Invocation resumed = carriedOn();
        assertThat(resumed.status()).as(resumed.all()).isZero();
        first.signal("CONT");

        assertThat(first.end()).as(said()).isEqualTo(LEASE_HELD);
        assertThat(said()).contains("TAKEN OVER by senior_dba on ", "Ended: taken over by another run");
        eachStepOnce("first", "last");
        assertThat(copy(id())).contains("LeaseLost");
        ended(newest());
    }

    @Test
    @DisplayName("while the bucket is gone no run begins, and one that goes on changes nothing, says so, and loses nothing")
    void bucketGone() throws Exception {
        way.refuse();
        Invocation none = Invocation.of(run());
        assertThat(none.status()).as(none.all()).isEqualTo(WORLD_UNAVAILABLE);
        assertThat(none.err()).contains("store `s3` can't be listed: nothing answers at ");
        way.heal();

        start();
        way.refuse();
        goOn();
        awaitSaid("The run waits for `lifeboat attach`.");
        assertThat(said()).contains("warning: The journal is not copied to store `s3`: ",
                "Whether the lease of `shop` is still held can't be seen: ", "Nothing was changed.");
        eachStepOnce("first");
        way.heal();
        Invocation retried = Invocation.typed("retry\n", "attach", journal().toString(), "--operator", "senior_dba");
        assertThat(retried.status()).as(retried.all()).isZero();
        assertThat(first.end()).as(said()).isZero();
        assertThat(said()).contains("warning: The copy of the journal in store `s3` is complete again.");
        eachStepOnce("first", "last");
        ended(id());
    }
}
