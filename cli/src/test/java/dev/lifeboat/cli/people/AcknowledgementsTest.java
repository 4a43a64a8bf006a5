package dev.lifeboat.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.approvals.Scrutiny;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.People.Acknowledgement;
import dev.lifeboat.interpreter.world.People.CallOut;
import dev.lifeboat.interpreter.world.People.Refusal;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class AcknowledgementsTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Inventory INVENTORY = InventoryReader.read(Source.of("inventory.yaml", """
            environment: lab
            approvals: {self: allow, attest: allow}
            roles: {on_call: [ada, bob], lead: [lin]}
            people: {ada: {}, bob: {}, lin: {}}
            """)).tree().orElseThrow();
    @TempDir
    private Path runs;
    private final Clock clock = new SystemClock();
    private final Notifier notifier = new Notifier(INVENTORY, Map.of(), clock);
    private final Acknowledgements acknowledgements = new Acknowledgements(notifier, clock);
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        acknowledgements.whenRefused(refusals::add);
    }

    private static CallOut callOut(String rung, String... roles) {
        return new CallOut(rung, List.of(roles), List.of());
    }

    private void wait(CallOut callOut, Duration within) {
        assertThat(acknowledgements.await(callOut, within)).isEmpty();
    }

    @Test
    void whoHoldsARoleThatWasCalledAcknowledgesAllThatCallThem() {
        wait(callOut("rung 1", "on_call"), Duration.ZERO);
        wait(callOut("rung 2", "lead", "on_call"), Duration.ZERO);
        wait(callOut("rung 3", "lead"), Duration.ZERO);

        acknowledgements.receive(new Envelope("bob", Envelope.ACK, ""));

        assertThat(acknowledgements.await(callOut("rung 1", "on_call"), PLENTY))
                .contains(new Acknowledgement("on_call", "bob", "inbox"));
        assertThat(acknowledgements.await(callOut("rung 2", "lead", "on_call"), PLENTY))
                .contains(new Acknowledgement("on_call", "bob", "inbox"));
        wait(callOut("rung 3", "lead"), Duration.ofMillis(1));
        assertThat(refusals).isEmpty();
    }

    @Test
    void nobodyElseDoesNorBeforeOrAgain() {
        acknowledgements.receive(new Envelope("ada", Envelope.ACK, ""));
        wait(callOut("rung 1", "on_call"), Duration.ofMillis(1));
        acknowledgements.receive(new Envelope("lin", Envelope.ACK, ""));
        acknowledgements.receive(new Envelope("zed", Envelope.ACK, ""));
        acknowledgements.receive(new Envelope("ada", "approve promote", ""));
        wait(callOut("rung 1", "on_call"), Duration.ofMillis(1));
        acknowledgements.receive(new Envelope("ada", Envelope.ACK, ""));
        acknowledgements.receive(new Envelope("bob", Envelope.ACK, ""));

        assertThat(acknowledgements.await(callOut("rung 1", "on_call"), PLENTY))
                .contains(new Acknowledgement("on_call", "ada", "inbox"));
        assertThat(refusals).containsExactly(new Refusal("inbox", "ack by ada", "No escalation waits for `ada`."),
                new Refusal("inbox", "ack by lin", "No escalation waits for `lin`."),
                new Refusal("inbox", "ack by zed", "No escalation waits for `zed`."),
                new Refusal("inbox", "approve promote by ada",
                        "This version of Lifeboat takes no `approve promote`."),
                new Refusal("inbox", "ack by bob", "No escalation waits for `bob`."));
    }

    @Test
    void itIsTypedWhileSomethingElseIsAsked() throws IOException {
        PipedWriter keyboard = new PipedWriter();
        Screen screen = new Screen(new PrintWriter(new StringWriter()), Style.PLAIN, false);
        Entitled entitled = new Entitled(INVENTORY, "ada");
        Inbox inbox = Inbox.beside(runs.resolve("a.journal"));
        inbox.open();
        ApprovalDesk desk = new ApprovalDesk("a", inbox, new Scrutiny(INVENTORY, entitled, clock),
                acknowledgements::refuse, screen);
        People people = new TerminalPeople(new PlainPrompt(new BufferedReader(new PipedReader(keyboard)), screen),
                entitled, desk, clock, notifier, acknowledgements, "ada");
        wait(callOut("rung 1", "on_call"), Duration.ZERO);
        wait(callOut("rung 2", "lead"), Duration.ZERO);
        keyboard.write("ack\n ack lin \nno\nack of what?\n");
        keyboard.close();

        People.Approval answer = people.approve(new People.ApprovalRequest("promote", "Promote", List.of("on_call"), 1,
                List.of(), new java.util.LinkedHashMap<>(), new java.util.LinkedHashMap<>(), ""), List.of());

        assertThat(answer).isEqualTo(new People.Approval(false, "ada", "terminal", "ack of what?"));
        assertThat(people.acknowledged(callOut("rung 1", "on_call"), PLENTY))
                .contains(new Acknowledgement("on_call", "ada", "terminal"));
        assertThat(people.acknowledged(callOut("rung 2", "lead"), PLENTY))
                .contains(new Acknowledgement("lead", "lin", "terminal"));
    }
}
