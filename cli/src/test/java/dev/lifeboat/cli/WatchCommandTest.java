package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.cli.watch.Watch;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.simulator.world.SimClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the incident's clock, which here is simulated: who hears what when of a run that broke off. */
@Timeout(60)
class WatchCommandTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private static final Path EXPECTED = Path.of("src/test/resources/watch");
    private static final String RUNBOOK = """
            runbook lost "The primary is lost"
                version "1"
                owner @database_team

            escalation {
                after 5m notify @on_call
                after 15m notify @commander
                after 1h notify @cto
            }

            phase all "Fence and promote" {
                step nothing "Nothing" takes 1s {
                    wait 1s
                }
            }
            """;
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop: {primary: db1, servers: {db1: {address: "127.0.0.1:1", login: dba}}}
            logins: {dba: {user: dba, password: {env: NOBODY_ASKS}}}
            escalation: {acknowledge_within: 4m, rounds: 2}
            roles:
              database_team: [una, ann]
              on_call: [ada, bob]
              commander: [cleo]
              cto: [tom]
            people:
              una: {channels: [broken]}
              ann: {channels: [broken, letters]}
              ada: {channels: [letters]}
              bob: {channels: [letters]}
              cleo: {channels: [letters]}
              tom: {channels: [letters]}
            channels:
              broken: {kind: slack, webhook: {file: missing}}
              letters: {kind: file}
            """;
    @TempDir
    private Path folder;
    private final SimClock clock = new SimClock(START);
    private final StringWriter out = new StringWriter();
    private final List<String> problems = new ArrayList<>();
    private Path journal;

    @BeforeEach
    void name() {
        journal = folder.resolve("run.journal");
    }

    private Watch watch() {
        return new Watch(new BrokenRuns(), Duration.ofHours(24), clock,
                new Screen(new PrintWriter(out, true), Style.PLAIN, false), problems::add);
    }

    private void look() {
        watch().look(List.of(journal));
    }

    private void lookAfter(Duration since) {
        clock.sleep(Duration.between(clock.now(), START.plus(since)));
        look();
    }

    private void brokeOff(boolean drill, boolean simulated, Event... events) {
        try (JournalFile file = JournalFile.create(journal, clock)) {
            file.append("main", new Event.RunBegan("20260101T030000Z-lost", "lost", "The primary db1 is lost",
                    simulated, 0, "ann", drill, START, new LinkedHashMap<>(Map.of("lost.runbook", RUNBOOK)), INVENTORY,
                    folder.resolve("inventory.yaml").toString(), "", new LinkedHashMap<>(), null));
            for (Event event : events) {
                file.append("main", event);
            }
        }
    }

    private String letters() throws IOException {
        Path letters = folder.resolve("letters.txt");
        return Files.exists(letters) ? Files.readString(letters) : "";
    }

    private List<String> told() throws IOException {
        return letters().lines().filter(line -> line.startsWith("To: ")).map(line -> line.substring(4)).toList();
    }

    private String withoutPlaces(String text) {
        return text.replace(folder.toString(), "FOLDER");
    }

    @Test
    void theOwnerHearsOnceAndTheLadderGoesOnByTheIncidentsClock() throws IOException {
        brokeOff(false, false, new Event.PhaseBegan("all", "Fence and promote", null),
                new Event.LevelChanged(3, "Orders can't be placed"),
                new Event.CallBegan(1, "promote", "mysql.promote", List.<Value>of(), Effect.CHANGES));
        lookAfter(Duration.ofSeconds(30));
        assertThat(told()).containsExactly("ann");
        lookAfter(Duration.ofSeconds(299));
        assertThat(told()).containsExactly("ann");
        lookAfter(Duration.ofSeconds(300));
        assertThat(told()).containsExactly("ann", "ada");
        lookAfter(Duration.ofMinutes(9));
        lookAfter(Duration.ofMinutes(15));
        assertThat(told()).containsExactly("ann", "ada", "bob", "ada", "cleo");
        lookAfter(Duration.ofMinutes(18));
        assertThat(told()).hasSize(5);
        lookAfter(Duration.ofMinutes(19));
        look();
        assertThat(told()).containsExactly("ann", "ada", "bob", "ada", "cleo", "bob", "cleo");
        Golden.compare(EXPECTED.resolve("letters.text"), withoutPlaces(letters()));
        assertThat(problems).isEmpty();
    }

    @Test
    void itGoesOnByItselfAndSaysWhoWasReached() throws IOException {
        brokeOff(false, false);
        var watching = clock.fork("watch", () -> watch().keep(() -> List.of(journal)));
        clock.sleep(Duration.ofMinutes(16));
        watching.cancel();
        watching.join();
        assertThat(told()).containsExactly("ann", "ada", "bob", "ada", "cleo");
        Golden.compare(EXPECTED.resolve("screen.text"), withoutPlaces(out.toString()));
    }

    @Test
    void whoAcknowledgesEndsTheCallsOfThatRungAndNoOther() throws IOException {
        brokeOff(false, false);
        lookAfter(Duration.ofMinutes(5));
        Inbox inbox = Inbox.beside(journal);
        inbox.open();
        inbox.post(new Envelope("tom", Envelope.ACK, ""));
        inbox.post(new Envelope("bob", Envelope.ACK, ""));
        look();
        lookAfter(Duration.ofMinutes(14));
        assertThat(told()).containsExactly("ann", "ada");
        lookAfter(Duration.ofMinutes(15));
        assertThat(told()).containsExactly("ann", "ada", "cleo");
        assertThat(out.toString()).contains("acknowledged by bob (@on_call, inbox, taken by the watch)",
                "not taken: ack by tom (inbox): The run has broken off, and no escalation of it waits for `tom`.");
    }

    @Test
    void whatTheRunHasToldIsNotToldAgain() throws IOException {
        brokeOff(false, false, escalated("rung 1", "on_call"), toldOf("on_call", "ada"),
                escalated("rung 2", "commander"),
                new Event.Acknowledged("rung 2", "commander", "cleo", "terminal"));
        lookAfter(Duration.ofMinutes(3));
        assertThat(told()).containsExactly("ann");
        lookAfter(Duration.ofMinutes(59));
        assertThat(told()).containsExactly("ann", "bob");
    }

    private static Event escalated(String rung, String role) {
        return new Event.Escalated(rung, Duration.ofMinutes(5), List.of(role), "It has lasted 5m.");
    }

    private static Event toldOf(String role, String person) {
        var to = List.of(new People.Recipient(role, person));
        return new Event.Told(
                new People.Message(to, List.of(), "Escalation: x", "y", false),
                List.of(new People.Delivery(role, person, "letters", true, "")));
    }

    @Test
    void onceTheServiceWorksOnlyTheOwnerHearsOfIt() throws IOException {
        brokeOff(false, false, new Event.Reached("service_restored", Duration.ofMinutes(4)));
        lookAfter(Duration.ofHours(2));
        assertThat(told()).containsExactly("ann");
        assertThat(letters()).contains("The service had been restored; the rest has still to be done.");
    }

    @Test
    void aDrillIsMarkedAndReachesNobodyAboveTheTeam() throws IOException {
        brokeOff(true, false);
        lookAfter(Duration.ofMinutes(16));
        assertThat(told()).contains("ann", "ada").doesNotContain("cleo");
        assertThat(letters()).contains("Subject: [DRILL] Needs a person: The primary db1 is lost",
                "[DRILL] Whoever was called before");
    }

    @Test
    void whatIsHeldHasEndedWasSimulatedOrIsOldIsLeftAlone() throws IOException {
        brokeOff(false, true);
        lookAfter(Duration.ofHours(2));
        Files.delete(journal);
        brokeOff(false, false, new Event.RunEnded(RunOutcome.NEEDS_A_PERSON, "", Duration.ZERO, List.of()));
        lookAfter(Duration.ofHours(3));
        Files.delete(journal);
        brokeOff(false, false);
        try (JournalFile held = JournalFile.carryOn(JournalReader.read(journal),
                clock, 2)) {
            lookAfter(Duration.ofHours(4));
            held.force();
        }
        assertThat(problems).isEmpty();
        lookAfter(Duration.ofHours(28));
        assertThat(told()).isEmpty();
        assertThat(problems).hasSize(1).first().asString().contains("broke off more than 1d ago. Nobody is told of it");
    }

    @Test
    void aSecondWatchTellsNobodyWhileTheFirstDoes() throws IOException {
        brokeOff(false, false);
        Path memory = folder.resolve("run.watch");
        try (JournalFile other = JournalFile.create(memory, clock)) {
            lookAfter(Duration.ofMinutes(6));
            assertThat(told()).isEmpty();
            other.force();
        }
        look();
        assertThat(told()).containsExactly("ann", "ada");
    }

    @Test
    void aDamagedJournalIsSaidAndKeepsNoOtherFromBeingLookedAt() throws IOException {
        brokeOff(false, false);
        Path damaged = folder.resolve("damaged.journal");
        Files.writeString(damaged, Files.readString(journal).replaceFirst("primary", "Primary"));
        clock.sleep(Duration.ofMinutes(1));
        Watch watch = watch();
        watch.look(List.of(damaged, journal));
        watch.look(List.of(damaged, journal));
        assertThat(told()).containsExactly("ann");
        assertThat(problems).hasSize(1).first().asString().contains("is damaged at byte 0, in record 1");
    }

    @Test
    void theUnitNamesTheLauncherAndTheFolder() {
        Golden.compare(EXPECTED.resolve("unit.text"), SystemdUnit.text("/opt/life boat/lifeboat", "/srv/50%"));
    }
}
