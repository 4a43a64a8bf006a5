package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.cli.approvals.Entitled;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.Answers.Chosen;
import dev.lifeboat.cli.files.Answers.Say;
import dev.lifeboat.interpreter.world.TypedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People whose answers were written down before, for drills and tests. What the file does not answer is not answered: never a yes. */
public final class AnswersPeople extends PresentPeople {
    private static final String HOW = "answers";
    private final Answers answers;
    private final Entitled entitled;
    private final Acknowledgements acknowledgements;
    private final String operator;
    private final Map<String, Integer> pausesSoFar = new HashMap<>();

    public AnswersPeople(Answers answers, Entitled entitled, Notifier notifier,
            Acknowledgements acknowledgements, String operator) {
        super(notifier, acknowledgements);
        this.acknowledgements = acknowledgements;
        this.answers = answers;
        this.entitled = entitled;
        this.operator = operator;
    }

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        Optional<Say> next = answers.approvals().getOrDefault(request.step(), List.of()).stream()
                .filter(say -> !saidYes.contains(say.by())).findFirst();
        return next.map(say -> approval(request, say)).orElseGet(() -> new Approval(false, operator, HOW,
                "The answers say nothing " + (saidYes.isEmpty() ? "" : "more ") + "of step `" + request.step()
                        + "`."));
    }

    private Approval approval(ApprovalRequest request, Say say) {
        Optional<String> objection = say.yes() ? entitled.objection(say.by(), request.roles()) : Optional.empty();
        objection.ifPresent(
                why -> acknowledgements
                        .refuse(new Refusal(HOW, "yes to `" + request.step() + "` by " + say.by(), why)));
        return new Approval(say.yes() && objection.isEmpty(), say.by(), HOW, objection.orElse(say.reason()));
    }

    @Override
    public boolean canAnswer(List<String> roles) {
        return !entitled.atTheTerminal(roles).isEmpty();
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        int time = pausesSoFar.merge(request.step(), 1, Integer::sum) - 1;
        return Optional.ofNullable(answers.pauses().get(request.step())).filter(list -> time < list.size())
                .map(list -> list.get(time))
                .map(AnswersPeople::answer)
                .orElse(new PauseAnswer(Choice.LEAVE, operator, "The answers say nothing of this pause."));
    }

    private static PauseAnswer answer(Chosen chosen) {
        return new PauseAnswer(chosen.choice(), chosen.by(), chosen.reason());
    }

    @Override
    public Answer ask(Question question) {
        Say say = answers.questions().get(question.name());
        if (say == null) {
            throw dev.lifeboat.interpreter.builtin.Failure
                    .of("The answers say nothing of question `" + question.name() + "`.");
        }
        return new Answer(TypedAnswer.read(question, say.answer()), say.by());
    }
}
