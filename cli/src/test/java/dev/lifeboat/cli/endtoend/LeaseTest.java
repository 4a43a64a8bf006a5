package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.lease.Claim;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second operator, at the command line. */
class LeaseTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T03:00:00Z");
    private static final String RUNBOOK = """
            runbook look "Look"
                version "1"
                owner @lead

            phase all "All" {
                step think "Think" takes 1s {
                    wait 1s
                }
            }
            """;
    private final SystemClock clock = new SystemClock();
    @TempDir
    private Path folder;
    private int port;

    @BeforeEach
    void furnish() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Files.createDirectory(folder.resolve("leases"));
        Files.writeString(folder.resolve("password"), "secret\n");
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Files.writeString(folder.resolve("look.runbook"), RUNBOOK);
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: lab
                clusters:
                  shop:
                    primary: db1
                    servers: {db1: {address: "127.0.0.1:%d", login: dba}}
                    replication: dba
                hosts: {db1: {services: {mysql: {unit: mysqld}}}}
                logins: {dba: {user: lifeboat, password: {file: password}}}
                endpoints: {orders-db: {kind: file, path: orders, login: dba}}
                lease: {directory: leases}
                roles: {lead: [ada]}
                people: {ada: {channels: [chat]}}
                channels: {chat: {kind: console}}
                """.formatted(port));
    }

    private Leases leases() {
        return new Leases("shop", FileLeaseStore.open(folder.resolve("leases"), "shop"), clock);
    }

    private HeldLease held() {
        return leases().acquire(new Claim("20260101T030000Z-failover", "grace", "ops1", 4711, SINCE));
    }

    private Invocation run(String journal, String... more) {
        List<String> words = new ArrayList<>(List.of("run", folder.resolve("look.runbook").toString(), "--operator",
                "ada", "--journal", folder.resolve(journal).toString()));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray(String[]::new));
    }

    @Test
    void whoComesSecondIsRefusedAndLeavesNothing() {
        try (HeldLease held = held()) {
            Invocation second = run("second");
            assertThat(second.status()).isEqualTo(75);
            assertThat(second.out()).isEmpty();
            assertThat(second.err()).matches("(?s)lifeboat: Cluster `shop` is held by run `20260101T030000Z-failover`"
                    + " of grace on ops1 \\(process 4711\\), since 2026-01-01T03:00:00Z, last heartbeat \\S+Z\\.\n"
                    + "hint: Ask grace, or carry that run on in its place: `lifeboat takeover 20260101T030000Z-failover"
                    + " --reason \"why\"`; or take the cluster for this runbook: the same command with"
                    + " `--takeover 20260101T030000Z-failover --reason \"why\"`\\. Either ends what it has open on the"
                    + " servers, and refuses whatever it does next\\.\n");
            assertThat(folder.resolve("second")).doesNotExist();
            held.assertHeld();
        }
        assertThat(run("third").status()).isZero();
        assertThat(run("fourth").status()).as("a run that has ended leaves no lease").isZero();
    }

    @Test
    void aTakeoverIsShownAndJournaledWithWhatItCouldNotFence() throws IOException {
        HeldLease held = held();
        Path journal = folder.resolve("second");
        Invocation second = run("second", "--takeover", "20260101T030000Z-failover", "--reason", "grace is asleep");

        assertThat(second.status()).as(second.all()).isZero();
        assertThat(second.out()).contains(
                "   +0:00  took over from grace on ops1, run 20260101T030000Z-failover: grace is asleep\n",
                "not fenced: db1 can't be reached (nothing listens at 127.0.0.1:" + port
                        + "): what the former holder has open there goes on\n",
                "not fenced: endpoint orders-db: a switch that was under way may still be made\n",
                "not fenced: host db1: a command that was under way may still run\n");
        assertThat(Journals.events(journal, Event.TookOver.class)).containsExactly(new Event.TookOver(
                "20260101T030000Z-failover", "grace", "ops1", SINCE, "grace is asleep"));
        assertThat(Journals.events(journal, Event.FormerEvicted.class)).singleElement()
                .satisfies(evicted -> assertThat(evicted.unfenced()).hasSize(3));
        assertThat(Files.readString(journal)).contains("\"epoch\":2").doesNotContain("\"epoch\":1");
        held.close();
    }

    @Test
    void aTakeoverNamesWhoeverHoldsIt() {
        try (HeldLease held = held()) {
            Invocation second = run("second", "--takeover", "another");
            assertThat(second.status()).isEqualTo(75);
            assertThat(second.err()).contains("is held by run `20260101T030000Z-failover`");
            held.assertHeld();
        }
        assertThat(run("third", "--reason", "why").status()).isEqualTo(64);
    }

    @Test
    void aSharedFolderThatIsNotThereIsNotTakenForAnEmptyOne() throws IOException {
        Files.delete(folder.resolve("leases"));
        Invocation run = run("first");
        assertThat(run.status()).isEqualTo(69);
        assertThat(run.err()).contains("can't be made", "`lease:`");
    }

    @Test
    void aLeaseThatCanNotBeGivenBackChangesNothingAboutTheRun() throws IOException {
        Files.writeString(folder.resolve("look.runbook"), RUNBOOK.replace("takes 1s", "timeout 1m takes 1s").replace(
                "wait 1s\n    }", "host.run(host(\"db1\"), \"mv " + folder.resolve("leases") + " "
                        + folder.resolve("elsewhere") + "\")\n    }\n    irreversible \"It is a folder.\""));
        Invocation run = run("first");
        assertThat(run.status()).as(run.all()).isZero();
        assertThat(run.err()).contains("warning: The lease of cluster `shop` was not given back: ",
                " The next run is refused, and says how it takes the lease over.\n");
        Files.move(folder.resolve("elsewhere"), folder.resolve("leases"));
        assertThat(run("second").status()).isEqualTo(75);
    }

    /** The lease is taken while the run waits: what it would do next is refused. */
    @Test
    void whoeverIsTakenOverEndsWith75() throws Exception {
        Path done = folder.resolve("done");
        Files.writeString(folder.resolve("look.runbook"), RUNBOOK.replace("takes 1s", "timeout 1m takes 1s").replace(
                "wait 1s\n    }", "wait 3s\n        host.run(host(\"db1\"), \"touch " + done
                        + "\")\n    }\n    irreversible \"It is a file.\""));
        Path journal = folder.resolve("first");
        FutureTask<Invocation> first = new FutureTask<>(() -> run("first"));
        Thread.ofVirtual().start(first);
        HeldLease second = leases().takeOver(new Claim("second", "grace", "ops1", 4711, SINCE), begun(journal, first),
                "ada is asleep");

        Invocation ended = first.get();
        assertThat(ended.status()).as(ended.all()).isEqualTo(75);
        assertThat(ended.out()).contains("TAKEN OVER by grace on ops1, run second: ada is asleep\n",
                "Ended: taken over by another run; nothing was done after that");
        assertThat(Journals.events(journal, Event.LeaseLost.class)).hasSize(1);
        assertThat(done).doesNotExist();
        second.assertHeld();
        second.close();
    }

    /** What was done is not done again, and the old process does nothing further. */
    @Test
    void aRunThatIsTakenOverIsCarriedOnWhereItStands() throws Exception {
        Path done = folder.resolve("done");
        Files.writeString(folder.resolve("look.runbook"), RUNBOOK.replace("step think", step("one", done)
                + "step think").replace("takes 1s {", "timeout 1m takes 1s {")
                .replace("wait 1s\n    }", "wait 3s\n    }\n"
                        + step("two", done)));
        Path journal = folder.resolve("first");
        FutureTask<Invocation> first = new FutureTask<>(() -> run("first"));
        Thread.ofVirtual().start(first);
        begun(journal, first, "\"StepBegan\",\"step\":\"think\"");

        Invocation second = Invocation.of("takeover", journal.toString(), "--operator", "ada", "--reason", "why not");
        assertThat(second.status()).as(second.all()).isZero();
        assertThat(second.out()).contains(" is carried on, journal " + folder.resolve("first-epoch-2.journal"));
        assertThat(first.get().status()).as(first.get().all()).isEqualTo(75);
        assertThat(done).hasContent("one\ntwo\n");
        assertThat(Journals.events(folder.resolve("first-epoch-2.journal"), Event.TookOver.class))
                .singleElement().returns("why not", Event.TookOver::reason);
    }

    private static String step(String name, Path done) {
        return """
                step %1$s "%1$s" takes 1s {
                    host.run(host("db1"), "echo %1$s >> %2$s")
                }
                irreversible "It is a file."

                """.formatted(name, done);
    }

    /** @return the run that writes a journal, once it is in its step */
    private static String begun(Path journal, FutureTask<Invocation> run) throws Exception {
        return begun(journal, run, "StepBegan");
    }

    private static String begun(Path journal, FutureTask<Invocation> run, String event) throws Exception {
        while (!Files.exists(journal) || !Files.readString(journal).contains(event)) {
            assertThat(run.isDone()).as(() -> run.resultNow().all()).isFalse();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return Files.readString(journal).replaceFirst("(?s).*\"run\":\"(.*?)\".*", "$1");
    }
}
