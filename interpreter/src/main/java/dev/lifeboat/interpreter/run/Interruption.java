package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import java.util.List;
import java.util.Optional;

/** Somebody wants a word before the next step, as by Ctrl-C: whether the run goes on is theirs to say. */
record Interruption(RunContext context) {
    private static final String GO_ON = "go_on";
    private static final String ROLL_BACK = "roll_back";
    private static final Type ANSWERS = new Type.WordsOf("interruption",
            List.of(GO_ON, ROLL_BACK, Event.INTERRUPTED_STOP));
    private static final String QUESTION = "The run waits before its next step. What now?";

    Course beforeAStep() {
        if (!context.people().takeInterruption()) {
            return Course.GO_ON;
        }
        var question = Asking.question("", Event.INTERRUPTED, ANSWERS, QUESTION);
        context.recordForced(new Event.Asked(question));
        var answer = context.clock().untimed(() -> answerTo(question));
        context.recordForced(new Event.Answered(question.step(), question.name(), answer));
        return switch (((Value.Word) answer.value()).word()) {
            case GO_ON -> Course.GO_ON;
            case ROLL_BACK -> new Course.RollBack(Optional.empty(), "`" + answer.by() + "` interrupted it.");
            default -> new Course.Leave("`" + answer.by() + "` interrupted it.", RunOutcome.INTERRUPTED);
        };
    }

    /** Where nobody can say, nothing further is done. */
    private People.Answer answerTo(People.Question question) {
        try {
            return context.people().ask(question);
        } catch (Failure nobody) {
            return new People.Answer(question.options().getLast(), context.settings.operator());
        }
    }
}
