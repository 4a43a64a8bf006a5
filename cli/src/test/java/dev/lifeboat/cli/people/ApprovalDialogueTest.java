package dev.lifeboat.cli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Asked;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.approvals.Published;
import dev.lifeboat.cli.approvals.Scrutiny;
import dev.lifeboat.cli.approvals.SignedAnswer;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Style;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Approval;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ApprovalDialogueTest {
    private static final SigningKey.Pair LIN = SigningKey.generate();
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final ApprovalRequest PROMOTE = request("promote", 1);
    private final Clock clock = new SystemClock();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final StringWriter shown = new StringWriter();
    private final PipedWriter keyboard = new PipedWriter();
    @TempDir
    private Path runs;
    private Inbox inbox;
    private ApprovalDesk desk;

    private static ApprovalRequest request(String step, int votes) {
        return new ApprovalRequest(step, "Promote", List.of("lead"), votes, List.of(), new LinkedHashMap<>(),
                new LinkedHashMap<>(), "d");
    }

    /** @param policy of approvals, as the inventory has it; @param key of `lin` */
    private ApprovalDialogue dialogue(String policy, String key, String... typed) throws IOException {
        Inventory inventory = InventoryReader.read(Source.of("inventory.yaml", """
                environment: lab
                approvals: %s
                roles: {lead: [ada, lin, grace], other: [edsger]}
                people: {ada: {}, lin: {%s}, grace: {}, edsger: {}}
                """.formatted(policy, key))).tree().orElseThrow();
        inbox = Inbox.beside(runs.resolve("run.journal"));
        inbox.open();
        Screen screen = new Screen(new PrintWriter(shown), Style.PLAIN, false);
        Entitled entitled = new Entitled(inventory, "ada");
        desk = new ApprovalDesk("run", inbox, new Scrutiny(inventory, entitled, clock), refusals::add, screen);
        Prompt prompt = new PlainPrompt(new BufferedReader(new PipedReader(keyboard)), screen);
        prompt.listen(line -> false);
        for (String line : typed) {
            keyboard.write(line + "\n");
        }
        return new ApprovalDialogue(prompt, entitled, desk, clock, "ada", refusals::add);
    }

    /** In a thread of its own. */
    private static CompletableFuture<Approval> approve(ApprovalDialogue dialogue, ApprovalRequest request) {
        return CompletableFuture.supplyAsync(() -> dialogue.approve(request, List.of()), Thread::startVirtualThread);
    }

    private void sign(String step) throws IOException {
        Asked asked = null;
        while (asked == null) {
            clock.sleep(LOOK);
            asked = inbox.published().flatMap(Published::read).stream().flatMap(all -> all.asked().stream())
                    .filter(one -> one.request().step().equals(step)).findFirst().orElse(null);
        }
        desk.receive(new SignedAnswer("run", step, "d", asked.asking(), "lin", true, "", clock.now())
                .sign(LIN.signing()));
    }

    @Test
    void theOperatorRecordsWhoSaidYesAndHow() throws IOException {
        ApprovalDialogue dialogue = dialogue("{attest: allow}", "", "yes", "lin", "telephone");
        assertThat(dialogue.approve(PROMOTE, List.of()))
                .isEqualTo(new Approval(true, "lin", "attested by ada: telephone", ""));
    }

    @Test
    void noWordOfTheOperatorPassesForASignature() throws IOException {
        ApprovalDialogue dialogue = dialogue("{attest: allow}", "", "yes", "lin", "signed");
        Approval answer = dialogue.approve(PROMOTE, List.of());
        assertThat(answer.how()).isEqualTo("attested by ada: signed");
        assertThat(answer.proof()).isEmpty();
    }

    @Test
    void whoMayNotSayYesDoesNotAndThatIsKept() throws IOException {
        ApprovalDialogue dialogue = dialogue("{self: refuse, attest: allow}", "", "maybe", "y", "yes", "ada", "yes",
                "edsger", "yes", "zed", "yes", "grace", "no", "Nobody agrees.");

        assertThat(dialogue.approve(request("promote", 2), List.of("grace")))
                .isEqualTo(new Approval(false, "ada", "terminal", "Nobody agrees."));
        assertThat(refusals).containsExactly(
                new Refusal("terminal", "yes to `promote` by ada",
                        "`ada` is the operator of this run, and the inventory says `approvals: {self: refuse}`."),
                new Refusal("terminal", "yes to `promote` by edsger",
                        "`edsger` holds none of the roles that may answer: @lead."),
                new Refusal("terminal", "yes to `promote` by zed", "The inventory has no person `zed`. "),
                new Refusal("terminal", "yes to `promote` by grace",
                        "`grace` has said yes already; somebody else has to."));
    }

    @Test
    void noAttestationWhereTheInventoryRefusesIt() throws IOException {
        ApprovalDialogue dialogue = dialogue("{self: allow, attest: refuse}", "", "yes", "lin", "yes", "ada");
        assertThat(dialogue.approve(PROMOTE, List.of())).isEqualTo(new Approval(true, "ada", "terminal", ""));
        assertThat(refusals).extracting(Refusal::why).containsExactly(
                "The operator may not record the answer of `lin`: the inventory says `approvals: {attest: refuse}`.");
    }

    @Test
    void aTerminalThatIsClosedSaysNothing() throws IOException {
        ApprovalDialogue dialogue = dialogue("{self: allow}", "", "yes");
        keyboard.close();
        assertThatThrownBy(() -> dialogue.approve(PROMOTE, List.of())).isInstanceOf(Failure.class)
                .hasMessage("The terminal was closed before anybody had answered.");
        assertThat(refusals).containsExactly(new Refusal("terminal", "approval of `promote`",
                "The terminal was closed before anybody had answered."));
    }

    @Test
    void thePromptIsLeftWhenSomebodySigns() throws Exception {
        ApprovalDialogue dialogue = dialogue("{self: allow}", "key: " + LIN.verifying(), "yes");
        CompletableFuture<Approval> answer = approve(dialogue, PROMOTE);
        sign("promote");
        assertThat(answer.get().how()).isEqualTo("signed");
        assertThat(shown.toString())
                .contains("From another terminal lin can sign it: `lifeboat approve run --as NAME`.");
        assertThat(inbox.published().flatMap(Published::read).orElseThrow().asked()).isEmpty();
    }

    @Test
    void sideBySideTheSecondIsSignedWhileTheFirstIsStillAskedAtTheTerminal() throws Exception {
        ApprovalDialogue dialogue = dialogue("{self: allow}", "key: " + LIN.verifying());
        CompletableFuture<Approval> first = approve(dialogue, PROMOTE);
        while (!shown.toString().contains("Type yes or no")) {
            clock.sleep(LOOK);
        }
        CompletableFuture<Approval> second = approve(dialogue, request("route", 1));
        sign("route");
        assertThat(second.get().by()).isEqualTo("lin");
        assertThat(first).isNotDone();
        keyboard.write("yes\nada\n");
        keyboard.flush();
        assertThat(first.get().by()).isEqualTo("ada");
    }
}
