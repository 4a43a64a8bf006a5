package dev.lifeboat.cli.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.run.ApprovalDigest;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Approval;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import dev.lifeboat.interpreter.world.People.Refusal;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is signed and has no right to count, does not; that of the terminal is in {@code ApprovalDialogueTest}. */
class ApprovalDeskTest {
    private static final String RUN = "20260101T030000Z-failover";
    private static final SigningKey.Pair ADA = SigningKey.generate();
    private static final SigningKey.Pair LIN = SigningKey.generate();
    private static final SigningKey.Pair GRACE = SigningKey.generate();
    private static final Inventory INVENTORY = InventoryReader.read(Source.of("inventory.yaml", """
            environment: lab
            approvals: {self: refuse, attest: refuse}
            roles: {lead: [ada, lin, grace, bob], other: [edsger]}
            people:
              ada: {key: %1$s}
              lin: {key: %2$s}
              grace: {key: %3$s}
              edsger: {key: %2$s}
              bob: {}
            """.formatted(ADA.verifying(), LIN.verifying(), GRACE.verifying()))).tree().orElseThrow();

    @TempDir
    private Path runs;
    private final Clock clock = new SystemClock();
    private final List<Refusal> refusals = new ArrayList<>();
    private Inbox inbox;
    private ApprovalDesk desk;

    @BeforeEach
    void open() {
        inbox = Inbox.beside(runs.resolve(RUN + ".journal"));
        inbox.open();
        desk = new ApprovalDesk(RUN, inbox, new Scrutiny(INVENTORY, new Entitled(INVENTORY, "ada"), clock),
                refusals::add, new Screen(new PrintWriter(new StringWriter()), Style.PLAIN, false));
    }

    private static ApprovalRequest request(String step, int votes, String candidate) {
        List<String> calls = List.of("mysql.promote(" + candidate + ")");
        var servers = new LinkedHashMap<>(Map.of("db2", "server_uuid 2"));
        var facts = new LinkedHashMap<>(Map.of("loss", "13s"));
        return new ApprovalRequest(step, "Promote", List.of("lead"), votes, calls, servers, facts,
                ApprovalDigest.of(step, "Promote", calls, servers, facts));
    }

    private Published published() throws IOException {
        return Published.read(inbox.published().orElseThrow()).orElseThrow();
    }

    /** As {@code lifeboat approve} does it. */
    private SignedAnswer yes(String by) throws IOException {
        Asked asked = published().asked().getFirst();
        return new SignedAnswer(RUN, asked.request().step(), asked.request().digest(), asked.asking(), by, true, "",
                clock.now());
    }

    private void refuses(Envelope letter, String why) {
        int before = refusals.size();
        desk.receive(letter);
        assertThat(refusals).hasSize(before + 1);
        assertThat(refusals.getLast().why()).isEqualTo(why);
    }

    @Test
    void whoMaySignsAndTheProofIsKept() throws IOException {
        Asking asking = desk.ask(request("promote", 1, "db2"), List.of());
        Envelope letter = yes("lin").sign(LIN.signing());

        desk.receive(letter);

        assertThat(refusals).isEmpty();
        assertThat(asking.settled(Optional.empty())).isEqualTo(
                new Approval(true, "lin", "signed", "", letter.what() + letter.signature()));
        assertThat(published().heard()).containsEntry(letter.signature(), "");
        assertThat(published().asked().getFirst().bindsWhatItShows()).isTrue();
    }

    @Test
    void aNoCountsBeforeAYesThatIsTypedAtTheSameMoment() throws IOException {
        Asking asking = desk.ask(request("promote", 1, "db2"), List.of());
        SignedAnswer yes = yes("lin");
        desk.receive(new SignedAnswer(yes.run(), yes.step(), yes.digest(), yes.asking(), "lin", false, "Wait.",
                yes.at()).sign(LIN.signing()));

        Approval answer = asking.settled(Optional.of(new Approval(true, "grace", "telephone", "")));

        assertThat(answer.given()).isFalse();
        assertThat(answer.reason()).isEqualTo("Wait.");
    }

    @Test
    void twoPeopleAnswerAtOnce() throws IOException {
        ApprovalRequest request = request("promote", 2, "db2");
        Asking first = desk.ask(request, List.of());
        Envelope lin = yes("lin").sign(LIN.signing());
        Envelope grace = yes("grace").sign(GRACE.signing());
        desk.receive(lin);
        desk.receive(grace);
        assertThat(first.settled(Optional.empty()).by()).isEqualTo("lin");
        desk.answered(first, false);

        Asking second = desk.ask(request, List.of("lin"));

        assertThat(second.isAnswered()).isTrue();
        assertThat(second.settled(Optional.empty()).by()).isEqualTo("grace");
        assertThat(refusals).isEmpty();
    }

    @Test
    void oneWhoSaysYesTwiceIsNotTwo() throws IOException {
        Asking asking = desk.ask(request("promote", 2, "db2"), List.of("grace"));
        refuses(yes("grace").sign(GRACE.signing()), "`grace` has said yes already; somebody else has to.");
        desk.receive(yes("lin").sign(LIN.signing()));
        refuses(yes("lin").sign(LIN.signing()), "`lin` has said yes already; somebody else has to.");
        assertThat(asking.settled(Optional.empty()).by()).isEqualTo("lin");
        assertThat(asking.isAnswered()).isFalse();
    }

    @Test
    void whoMayNotDoesNot() throws IOException {
        Asking asking = desk.ask(request("promote", 1, "db2"), List.of());
        refuses(yes("ada").sign(ADA.signing()),
                "`ada` is the operator of this run, and the inventory says `approvals: {self: refuse}`.");
        refuses(yes("edsger").sign(LIN.signing()), "`edsger` holds none of the roles that may answer: @lead.");
        refuses(yes("zed").sign(LIN.signing()), "The inventory has no person `zed`.");
        refuses(yes("bob").sign(LIN.signing()),
                "The inventory has no key of `bob`, so nothing tells who has signed it.");
        assertThat(asking.isAnswered()).isFalse();
    }

    @Test
    void nobodySignsForAnother() throws IOException {
        Asking asking = desk.ask(request("promote", 1, "db2"), List.of());
        SignedAnswer yes = yes("lin");
        Envelope ofGrace = yes("grace").sign(GRACE.signing());
        String why = "`lin` has not signed it like this.";
        refuses(yes.sign(GRACE.signing()), why);
        refuses(new Envelope("lin", ofGrace.what(), ofGrace.signature()), why);
        refuses(new Envelope("lin", yes.text(), ""), why);
        refuses(new Envelope("lin", yes.text(), "attested by ada: telephone"), why);
        refuses(new Envelope("lin", "approval\nyes\n", ofGrace.signature()), "It is no answer to an approval.");
        assertThat(asking.isAnswered()).isFalse();
        assertThat(refusals).extracting(Refusal::what).contains("yes to `promote` by lin", "approval by lin");
    }

    @Test
    void noAnswerServesTwiceOrElsewhere() throws IOException {
        Asking first = desk.ask(request("promote", 1, "db2"), List.of());
        Envelope used = yes("lin").sign(LIN.signing());
        desk.receive(used);
        first.settled(Optional.empty());
        desk.answered(first, true);
        refuses(used, "Step `promote` asks for no approval now.");

        desk.ask(request("promote", 1, "db3"), List.of());
        refuses(used,
                "It answers something else than what is asked now: a call, a server or a fact has changed since.");
        desk.ask(request("promote", 1, "db2"), List.of());
        refuses(used, "It answers what was asked before; now it is asked again.");
        desk.ask(request("route", 1, "db2"), List.of());
        SignedAnswer yes = yes("lin");
        refuses(new SignedAnswer(RUN, "route", yes.digest(), yes.asking(), "lin", true, "", clock.now())
                .sign(LIN.signing()),
                "It answers something else than what is asked now: a call, a server or a fact has changed since.");
        refuses(new SignedAnswer("20260101T030000Z-other", yes.step(), yes.digest(), yes.asking(), "lin", true, "",
                clock.now()).sign(LIN.signing()), "It answers run `20260101T030000Z-other`, and this is another.");
    }

    @Test
    void anAnswerExpires() throws IOException {
        Asking asking = desk.ask(request("promote", 1, "db2"), List.of());
        for (Instant old : List.of(clock.now().minus(Duration.ofMinutes(16)), Instant.MIN)) {
            refuses(at(yes("lin"), old), "It was signed at " + old + ", and counts for 15m only.");
        }
        for (Instant later : List.of(clock.now().plus(Duration.ofMinutes(2)), Instant.MAX)) {
            refuses(at(yes("lin"), later),
                    "It was signed at " + later + ", which is yet to come: the clocks differ.");
        }
        assertThat(asking.isAnswered()).isFalse();
        desk.receive(at(yes("lin"), clock.now().minus(Duration.ofMinutes(14))));
        assertThat(asking.isAnswered()).isTrue();
    }

    private static Envelope at(SignedAnswer yes, Instant time) {
        return new SignedAnswer(yes.run(), yes.step(), yes.digest(), yes.asking(), yes.by(), true, "", time)
                .sign(LIN.signing());
    }
}
