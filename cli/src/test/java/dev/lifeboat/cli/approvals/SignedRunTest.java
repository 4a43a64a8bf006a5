package dev.lifeboat.cli.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.Invocation;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose terminal is closed, with nobody but those who sign from elsewhere. */
@Timeout(60)
class SignedRunTest {
    private static final long SEED = 20260101;
    private static final int APART = 8;
    private final SigningKey.Pair grace = SigningKey.generate();
    private final Clock clock = new SystemClock();
    @TempDir
    private Path folder;
    private Path journal;
    private CompletableFuture<Invocation> run;

    @BeforeEach
    void begin() throws IOException {
        journal = folder.resolve("agree.journal");
        Files.writeString(folder.resolve("passphrase"), "correct horse");
        String line = Invocation.of("keygen", "--as", "lin", "--key", key(), "--passphrase-file", passphrase()).out();
        Files.writeString(folder.resolve("agree.runbook"), """
                runbook agree "Two have to agree"
                    version "1"
                    owner @lead

                phase all "All" {
                    step both "Promote db2" approve by two of @lead
                }
                """);
        Files.writeString(folder.resolve("inventory.yaml"), """
                environment: staging
                clusters:
                  shop: {primary: db1, servers: {db1: {address: "127.0.0.1:1", login: dba}}}
                logins: {dba: {user: dba, password: {env: NOBODY_ASKS}}}
                approvals: {self: refuse, attest: refuse}
                roles: {lead: [lin, grace, ada]}
                people:
                  ada: {}
                  grace: {key: %s}
                %s""".formatted(grace.verifying(), line));
        Invocation.type("yes\nlin\n");
        run = CompletableFuture.supplyAsync(() -> Invocation.of("run", folder.resolve("agree.runbook").toString(),
                "--inventory", folder.resolve("inventory.yaml").toString(), "--operator", "ada", "--exit-on-pause",
                "--journal", journal.toString()));
    }

    @AfterEach
    void giveTheTerminalBack() {
        Invocation.silence();
    }

    private String key() {
        return folder.resolve("lin.pem").toString();
    }

    private String passphrase() {
        return folder.resolve("passphrase").toString();
    }

    private Inbox inbox() {
        return Inbox.beside(journal);
    }

    private Published published(Predicate<Published> expected) throws IOException {
        for (int look = 0; look < 300; look++) {
            var found = inbox().published().flatMap(Published::read).filter(expected);
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(run.isDone()).as(() -> run.join().all()).isFalse();
            clock.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("The run does not publish that.");
    }

    private Invocation approve(String... more) {
        return Invocation.of(java.util.stream.Stream.concat(List.of("approve", journal.toString(), "--as", "lin",
                "--key", key(), "--passphrase-file", passphrase()).stream(), List.of(more).stream())
                .toArray(String[]::new));
    }

    private Invocation end() throws Exception {
        return run.get(30, TimeUnit.SECONDS);
    }

    private List<Event> events() {
        return JournalReader.read(journal).records().stream().map(recorded -> recorded.event()).toList();
    }

    @Test
    void nothingButTwoWholeSignaturesIsAYes() throws Exception {
        published(asks -> !asks.asked().isEmpty());

        Invocation lin = approve("--yes");

        assertThat(lin.status()).as(lin.all()).isZero();
        assertThat(lin.out()).contains("step both: Promote db2", "approval needed by @lead, 2 of them",
                "The answer counts.");
        assertThat(approve("--yes").out()).contains("said yes so far: lin",
                "It does not count. `lin` has said yes already; somebody else has to.");

        Asked asked = published(asks -> !asks.asked().isEmpty()).asked().getFirst();
        Envelope letter = new SignedAnswer(published(any -> true).run(), "both", asked.request().digest(),
                asked.asking(), "grace", true, "", clock.now()).sign(grace.signing());
        int altered = leaveAltered(inbox().post(letter));
        assertThat(run.isDone()).as("altered answers").isFalse();
        inbox().post(letter);

        Invocation ended = end();
        assertThat(ended.status()).as(ended.all()).isZero();
        List<Event> events = events();
        assertThat(events).filteredOn(Event.ApprovalAnswered.class::isInstance)
                .extracting(event -> ((Event.ApprovalAnswered) event).approval().by() + " "
                        + ((Event.ApprovalAnswered) event).approval().how())
                .containsExactly("lin signed", "grace signed");
        assertThat(events).filteredOn(Event.Refused.class::isInstance)
                .extracting(event -> ((Event.Refused) event).refusal().why())
                .contains("`lin` has said yes already; somebody else has to.",
                        "The terminal was closed before anybody had answered.",
                        "The operator may not record the answer of `lin`: the inventory says "
                                + "`approvals: {attest: refuse}`.")
                .hasSizeGreaterThanOrEqualTo(altered);
        assertThat(ended.out()).contains("approved by lin (signed)", "approved by grace (signed)");
    }

    /** Some of its bytes in turn ({@code AlteredAnswerTest} has them all), each taken before the run may look at the whole one. */
    private int leaveAltered(Path whole) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Random chance = new Random(SEED);
        for (int at = 0; at < bytes.length; at += APART) {
            byte[] altered = bytes.clone();
            altered[at] ^= (byte) (1 + chance.nextInt(255));
            Path part = Files.write(whole.resolveSibling(".part"), altered);
            Files.move(part, whole.resolveSibling(at + ".json"));
        }
        for (int look = 0; look < 400 && remain(whole.getParent()); look++) {
            clock.sleep(Duration.ofMillis(50));
        }
        assertThat(remain(whole.getParent())).isFalse();
        return bytes.length / APART;
    }

    private static boolean remain(Path inbox) throws IOException {
        try (var files = Files.list(inbox)) {
            return files.anyMatch(file -> !file.getFileName().toString().equals(".asked.json"));
        }
    }

    @Test
    void aSignedNoFailsTheStep() throws Exception {
        published(asks -> !asks.asked().isEmpty());

        assertThat(approve("--no", "Wait for\nthe primary.").out()).contains("approval needed");

        assertThat(end().out()).contains("refused by lin (signed)", "Wait for the primary.");
        assertThat(events()).filteredOn(Event.ApprovalAnswered.class::isInstance).singleElement()
                .extracting(event -> ((Event.ApprovalAnswered) event).approval().given()).isEqualTo(false);
        assertThat(events()).noneMatch(Event.StepEnded.class::isInstance);
    }
}
