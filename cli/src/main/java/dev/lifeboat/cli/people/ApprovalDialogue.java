package dev.lifeboat.cli.people;

import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Asking;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Approval;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import dev.lifeboat.interpreter.world.People.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Asks for an approval at the terminal and by the inbox at once: the operator answers for themselves and for others, everybody else signs. */
final class ApprovalDialogue {
    private static final String TERMINAL = "terminal";
    private static final Duration LOOK = Duration.ofMillis(200);
    private final Prompt prompt;
    private final Entitled entitled;
    private final ApprovalDesk desk;
    private final Clock clock;
    private final String operator;
    private final Consumer<Refusal> refused;
    /** Side by side, one thing is asked after the other. */
    private final ReentrantLock terminal = new ReentrantLock();

    ApprovalDialogue(Prompt prompt, Entitled entitled, ApprovalDesk desk, Clock clock, String operator,
            Consumer<Refusal> refused) {
        this.prompt = prompt;
        this.entitled = entitled;
        this.desk = desk;
        this.clock = clock;
        this.operator = operator;
        this.refused = refused;
    }

    Approval approve(ApprovalRequest request, List<String> saidYes) {
        Asking asking = desk.ask(request, saidYes);
        boolean enough = true;
        try {
            Approval answer = asking.settled(typed(request, asking));
            enough = !answer.given() || saidYes.size() + 1 >= request.votes();
            return answer;
        } finally {
            desk.answered(asking, enough);
        }
    }

    /** Empty where somebody else was faster. */
    private Optional<Approval> typed(ApprovalRequest request, Asking asking) {
        while (!terminal.tryLock()) {
            if (asking.isAnswered()) {
                return Optional.empty();
            }
            clock.sleep(LOOK);
        }
        try {
            return ask(request, asking);
        } catch (Prompt.Left signed) {
            prompt.say(" ");
            return Optional.empty();
        } catch (Prompt.Closed closed) {
            nobodyIsThere(request);
            asking.await(clock);
            return Optional.empty();
        } finally {
            terminal.unlock();
        }
    }

    private Optional<Approval> ask(ApprovalRequest request, Asking asking) {
        sayWhoCanSign(request, asking);
        while (true) {
            Optional<Approval> approval = switch (line("Approve `" + request.title() + "`? Type yes or no:", asking)) {
                case "no" -> Optional.of(new Approval(false, operator, TERMINAL, need("Why not?", asking)));
                case "yes" -> yes(request, asking);
                default -> Optional.empty();
            };
            if (approval.isPresent()) {
                return approval;
            }
        }
    }

    private void sayWhoCanSign(ApprovalRequest request, Asking asking) {
        List<String> people = yetToAnswer(entitled.toSign(request.roles()), asking);
        if (!people.isEmpty()) {
            prompt.say("From another terminal " + String.join(", ", people) + " can sign it: `lifeboat approve "
                    + desk.run() + " --as NAME`.");
        }
    }

    private static List<String> yetToAnswer(List<String> people, Asking asking) {
        return people.stream().filter(person -> !asking.hasSaidYes(person)).toList();
    }

    /** No yes comes from a terminal that is closed; the run waits for a signed answer, where there could be one. */
    private void nobodyIsThere(ApprovalRequest request) {
        String closed = "The terminal was closed before anybody had answered.";
        refused.accept(new Refusal(TERMINAL, "approval of `" + request.step() + "`", closed));
        if (entitled.toSign(request.roles()).isEmpty()) {
            throw Failure.of(closed)
                    .hint("Start the run again where somebody can answer, or give those who may answer a key.");
        }
    }

    private Optional<Approval> yes(ApprovalRequest request, Asking asking) {
        String by = need(
                "Who says yes? One of "
                        + String.join(", ", yetToAnswer(entitled.atTheTerminal(request.roles()), asking)) + ":",
                asking);
        Optional<String> objection = entitled.objection(by, request.roles()).or(() -> asking.hasSaidYes(by)
                ? Optional.of("`" + by + "` has said yes already; somebody else has to.")
                : Optional.empty());
        if (objection.isPresent()) {
            refused.accept(new Refusal(TERMINAL, "yes to `" + request.step() + "` by " + by, objection.get()));
            return Optional.empty();
        }
        String how = by.equals(operator)
                ? TERMINAL
                : "attested by " + operator + ": " + need("How did " + by + " say so (telephone, bridge, …)?", asking);
        return Optional.of(new Approval(true, by, how, ""));
    }

    private String line(String question, Asking asking) {
        return prompt.line(question, asking::isAnswered).orElseThrow(Prompt.Closed::new);
    }

    /** A line with something in it. */
    private String need(String question, Asking asking) {
        while (true) {
            String line = line(question, asking);
            if (!line.isEmpty()) {
                return line;
            }
        }
    }
}
