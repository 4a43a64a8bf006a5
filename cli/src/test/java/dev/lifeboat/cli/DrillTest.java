package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A drill with the real channels, from the command line: who is told what, who acknowledges, and who hears nothing of it. */
@Timeout(60)
class DrillTest {
    private static final String RUNBOOK = """
            runbook rehearsal "Rehearsal"
                version "1"
                owner @on_call

            escalation {
                after 100ms notify @on_call
                after 300ms notify @cto
            }

            updates every 30m to @customers using notice

            template notice() "Notice" \"""
                ${incident.affected}
                \"""

            phase first "First" {
                step level "Level" takes 1s {
                    service level 2 "Slow"
                    notify @commander "You have to know."
                    notify @on_call via letters "Look at this."
                    wait 3s
                }
            }
            """;
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop: {primary: db1, servers: {db1: {address: "127.0.0.1:1", login: dba}}}
            logins: {dba: {user: dba, password: {env: NOBODY_ASKS}}}
            escalation: {acknowledge_within: 500ms, rounds: 3}
            roles:
              on_call: [ada, bob]
              commander: [cleo, bob]
              cto: [cleo]
              customers: [carl]
            people:
              ada: {channels: [broken, letters]}
              bob: {channels: [chat]}
              cleo: {channels: [above]}
              carl: {channels: [outside]}
            channels:
              broken: {kind: command, command: "echo no line >&2; exit 3"}
              letters: {kind: file}
              chat: {kind: slack, webhook: {file: hook}}
              above: {kind: file}
              outside: {kind: file}
            """;
    @TempDir
    private Path folder;
    private Path journal;
    private HttpServer slack;
    private final List<String> posted = new CopyOnWriteArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slack.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("POST")) {
                posted.add(body);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        slack.start();
        Files.writeString(folder.resolve("hook"),
                "http://localhost:" + slack.getAddress().getPort() + "/services/T0KEN123\n");
        Files.writeString(folder.resolve("rehearsal.runbook"), RUNBOOK);
        Files.writeString(folder.resolve("estate.yaml"), INVENTORY);
        Files.writeString(folder.resolve("answers.yaml"), "approvals: {}\n");
        journal = folder.resolve("run.journal");
    }

    @AfterEach
    void stop() {
        slack.stop(0);
    }

    private Invocation run() {
        return Invocation.of("run", folder.resolve("rehearsal.runbook").toString(), "--inventory",
                folder.resolve("estate.yaml").toString(), "--operator", "ada", "--drill", "--answers",
                folder.resolve("answers.yaml").toString(), "--journal", journal.toString());
    }

    private <E extends Event> List<E> events(Class<E> kind) {
        return JournalReader.read(journal).records().stream().map(Recorded::event).filter(kind::isInstance)
                .map(kind::cast).toList();
    }

    private Invocation acknowledgeOnceCalled(String person) {
        Eventually.holds(new SystemClock(), "an escalation has reached the room",
                () -> posted.stream().anyMatch(message -> message.contains("Escalation")));
        return Invocation.of("ack", journal.toString(), "--as", person);
    }

    @Test
    void itReachesTheTeamByWhateverWorksAndNobodyElse() throws IOException {
        CompletableFuture<Invocation> running = CompletableFuture.supplyAsync(this::run);
        Invocation stranger = acknowledgeOnceCalled("carl");
        Invocation bob = acknowledgeOnceCalled("bob");
        Invocation run = running.join();

        assertThat(run.status()).as(run.all()).isZero();
        assertThat(bob.out()).as(bob.all()).contains("has heard from `bob`.");
        assertThat(stranger.status()).isZero();
        assertThat(Files.readString(folder.resolve("letters.txt"))).contains("[DRILL] Look at this.",
                "Subject: [DRILL] Escalation: Rehearsal", "[DRILL] It has lasted 0.1s.");
        assertThat(posted).isNotEmpty().allMatch(message -> message.contains("[DRILL]"))
                .anyMatch(message -> message.contains("You have to know."))
                .anyMatch(message -> message.contains("Nobody has acknowledged it"));
        assertThat(folder.resolve("above.txt")).doesNotExist();
        assertThat(folder.resolve("outside.txt")).doesNotExist();
        assertThat(folder.resolve("run.inbox")).doesNotExist();
        assertTold(run);
        assertOver();
    }

    /** By the journal and by the screen. */
    private void assertTold(Invocation run) throws IOException {
        assertThat(events(Event.Acknowledged.class))
                .contains(new Event.Acknowledged("rung 1", "on_call", "bob", "inbox"));
        assertThat(events(Event.Refused.class)).extracting(refused -> refused.refusal().why())
                .containsExactly("No escalation waits for `carl`.");
        assertThat(events(Event.Told.class)).flatExtracting(Event.Told::deliveries).contains(
                new People.Delivery("on_call", "ada", "broken", false,
                        "`echo no line >&2; exit 3` ended with status 3 (\"no line\")."),
                new People.Delivery("on_call", "ada", "letters", true, ""),
                new People.Delivery("commander", "bob", "chat", true, ""),
                new People.Delivery("cto", "", "", false, "A drill reaches no customer and nobody above the team."),
                new People.Delivery("customers", "", "", false,
                        "A drill reaches no customer and nobody above the team."));
        assertThat(run.out()).contains("acknowledged by bob (@on_call, inbox)",
                "ada by letters, not by broken: `echo no line",
                "not taken: ack by carl (inbox): No escalation waits for `carl`.",
                "not reached: @customers: A drill reaches no customer");
        assertThat(run.all() + Files.readString(journal)).doesNotContain("T0KEN123");
    }

    private void assertOver() {
        Invocation late = Invocation.of("ack", journal.toString(), "--as", "bob");

        assertThat(late.status()).isEqualTo(64);
        assertThat(late.err()).contains("has ended, or is none on real servers.");
    }

    @Test
    void whatNobodyTakesIsWithdrawn() throws IOException {
        Files.writeString(journal, "");
        Path inbox = Files.createDirectory(folder.resolve("run.inbox"));
        Invocation ack = Invocation.of("ack", journal.toString(), "--as", "bob");

        assertThat(ack.status()).isEqualTo(69);
        assertThat(ack.err()).contains("has not taken it within 5s.");
        assertThat(inbox).isEmptyDirectory();
    }
}
