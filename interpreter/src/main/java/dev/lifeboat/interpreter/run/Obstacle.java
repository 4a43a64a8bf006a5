package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.interpreter.world.People.PauseAnswer;
import java.util.List;
import java.util.function.Supplier;

/** Where a rollback can't go on by itself: others are told, and a person decides. */
record Obstacle(Parts parts, LedgerEntry entry) {

    private PauseAnswer ask(String problem, List<Choice> choices) {
        return ask(Problem.of(Problem.Cause.FAILED, problem), choices);
    }

    private PauseAnswer ask(Problem problem, List<Choice> choices) {
        parts.escalations().raise("The rollback stands still. " + problem.message());
        return parts.pauses().ask(entry.step(), entry.site().title(), problem, choices);
    }

    /** @param keep lets it be, as it was meant */
    Passage irreversible(String problem, Supplier<Passage> keep) {
        return switch (ask(problem, List.of(Choice.SKIP, Choice.DONE_BY_HAND, Choice.STOP)).choice()) {
            case SKIP -> keep.get();
            case DONE_BY_HAND -> Passage.ON;
            case STOP -> new Passage.Halted(false, RunOutcome.FAILED, problem);
            case LEAVE -> new Passage.Halted(false, RunOutcome.NEEDS_A_PERSON, problem);
            case RETRY, ROLLBACK -> throw notOffered();
        };
    }

    Passage noReturn(String problem) {
        return switch (ask(problem, List.of(Choice.DONE_BY_HAND, Choice.STOP)).choice()) {
            case DONE_BY_HAND -> new Passage.Halted(true, RunOutcome.ROLLED_BACK, problem);
            case STOP -> new Passage.Halted(false, RunOutcome.FAILED, problem);
            case LEAVE -> new Passage.Halted(false, RunOutcome.NEEDS_A_PERSON, problem);
            case RETRY, ROLLBACK, SKIP -> throw notOffered();
        };
    }

    /**
     * @param again tries the undo once more
     * @param leave lets it be, as something that was not taken back
     */
    Passage failed(Problem problem, Supplier<Passage> again, Supplier<Passage> leave) {
        return switch (ask(problem, List.of(Choice.RETRY, Choice.DONE_BY_HAND, Choice.SKIP, Choice.STOP)).choice()) {
            case RETRY -> again.get();
            case DONE_BY_HAND -> Passage.ON;
            case SKIP -> leave.get();
            case STOP -> new Passage.Halted(false, RunOutcome.ROLLBACK_FAILED, problem.message());
            case LEAVE -> new Passage.Halted(false, RunOutcome.NEEDS_A_PERSON, problem.message());
            case ROLLBACK -> throw notOffered();
        };
    }

    private IllegalStateException notOffered() {
        return new IllegalStateException("Not a choice in the rollback of " + entry.step());
    }
}
