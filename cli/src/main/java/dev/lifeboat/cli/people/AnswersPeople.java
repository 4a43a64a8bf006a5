package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.Answers.Chosen;
import dev.lifeboat.cli.files.Answers.Say;
import dev.lifeboat.interpreter.world.TypedAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** People whose answers were written down before, for drills and tests. What the file does not answer is not answered: never a yes. */
public final class AnswersPeople extends PresentPeople {
    private static final String HOW = "answers";
    private final Answers answers;
    private final Entitled entitled;
    private final String operator;
    private final Map<String, Integer> pausesSoFar = new HashMap<>();

    public AnswersPeople(Answers answers, Entitled entitled, Notifier notifier,
            Acknowledgements acknowledgements, String operator) {
        super(entitled, notifier, acknowledgements);
        this.answers = answers;
        this.entitled = entitled;
        this.operator = operator;
    }

    @Override
    public Approval approve(ApprovalRequest request) {
        Say say = answers.approvals().get(request.step());
        if (say == null) {
            return new Approval(false, operator, HOW, "The answers say nothing of step `" + request.step() + "`.");
        }
        Optional<String> objection = say.yes() ? entitled.objection(say.by(), request.roles()) : Optional.empty();
        return new Approval(say.yes() && objection.isEmpty(), say.by(), HOW, objection.orElse(say.reason()));
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
