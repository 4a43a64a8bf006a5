package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.cli.approvals.ApprovalDesk;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.TypedAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operator at the terminal, who answers, and records the answers of others (on the telephone, on the bridge). */
public final class TerminalPeople extends PresentPeople {
    private static final String TERMINAL = "terminal";
    private final Prompt prompt;
    private final Entitled entitled;
    private final String operator;
    private final ApprovalDialogue approvals;

    public TerminalPeople(Prompt prompt, Entitled entitled, ApprovalDesk desk, Clock clock, Notifier notifier,
            Acknowledgements acknowledgements, String operator) {
        super(notifier, acknowledgements);
        this.approvals = new ApprovalDialogue(prompt, entitled, desk, clock, operator, acknowledgements::refuse);
        this.prompt = prompt;
        this.entitled = entitled;
        this.operator = operator;
        prompt.listen(line -> isAcknowledgement(line, acknowledgements));
    }

    /** Typed at any time, whatever is asked: {@code ack}, or {@code ack NAME} for somebody on the telephone. */
    private boolean isAcknowledgement(String line, Acknowledgements acknowledgements) {
        List<String> words = List.of(line.split("\\s+"));
        boolean acknowledges = words.getFirst().equals(Envelope.ACK) && words.size() <= 2;
        if (acknowledges) {
            acknowledgements.acknowledge(words.size() == 2 ? words.getLast() : operator, TERMINAL);
        }
        return acknowledges;
    }

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        return approvals.approve(request, saidYes);
    }

    @Override
    public boolean canAnswer(List<String> roles) {
        return !entitled.atTheTerminal(roles).isEmpty() || !entitled.toSign(roles).isEmpty();
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        String choices = request.choices().stream().map(TerminalPeople::word).collect(Collectors.joining(", "));
        while (true) {
            Optional<String> typed = prompt.line("What now? " + choices + ":");
            if (typed.isEmpty()) {
                return new PauseAnswer(Choice.LEAVE, operator, "Nobody is at the terminal any more.");
            }
            Optional<Choice> choice = request.choices().stream().filter(known -> word(known).equals(typed.get()))
                    .findFirst();
            if (choice.isPresent()) {
                return new PauseAnswer(choice.get(), operator, needsReason(choice.get()) ? need("Why?") : "");
            }
        }
    }

    private static String word(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean needsReason(Choice choice) {
        return choice == Choice.SKIP || choice == Choice.DONE_BY_HAND;
    }

    @Override
    public Answer ask(Question question) {
        String options = question.options().isEmpty()
                ? ""
                : " (" + (question.many() ? "any of, with commas: " : "") + TypedAnswer.options(question.options())
                        + ")";
        while (true) {
            try {
                return new Answer(TypedAnswer.read(question, need(question.text() + options)), operator);
            } catch (Failure notOfThatKind) {
                prompt.say(notOfThatKind.getMessage());
            }
        }
    }

    /** A line with something in it. */
    private String need(String question) {
        while (true) {
            String line = prompt.line(question)
                    .orElseThrow(() -> Failure.of("The terminal was closed before this was answered: " + question)
                            .hint("Start the run again where somebody can answer, or give `--answers`."));
            if (!line.isEmpty()) {
                return line;
            }
        }
    }
}
