package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.People.Choice;
import java.util.List;
import java.util.Optional;

/** Before a run with an {@code rto} counts as succeeded, writes are seen to work; else it needs a person. */
record Proof(Parts parts) {

    private static final String TITLE = "Prove that the application can write";

    /** @return the course instead, where there is no proof */
    Optional<Course> missing() {
        if (parts.context().program.tree().header().rto().isEmpty()) {
            return Optional.empty();
        }
        return problem().flatMap(this::decide);
    }

    private Optional<Problem> problem() {
        try {
            return parts.hooks().writesWork().filter(works -> !works).map(
                    not -> Problem.of(Problem.Cause.VERIFY, "The application can't be seen to write."));
        } catch (Failure failure) {
            return Optional.of(Problem.of(Problem.Cause.VERIFY, failure));
        }
    }

    private Optional<Course> decide(Problem problem) {
        var choices = List.of(Choice.RETRY, Choice.DONE_BY_HAND, Choice.ROLLBACK, Choice.STOP);
        return switch (parts.pauses().ask(Event.PROOF, TITLE, problem, choices).choice()) {
            case RETRY -> missing();
            case DONE_BY_HAND, SKIP -> Optional.empty();
            case ROLLBACK -> Optional.of(new Course.RollBack(Optional.empty(), problem.message()));
            case STOP, LEAVE -> Optional.of(new Course.Leave(problem.message()));
        };
    }
}
