package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.util.Optional;

/** Does one thing that takes something back: journaled, with the step's limit of time for itself. */
record UndoAttempt(Parts parts, LedgerEntry entry, Rollback.Remains remains) {

    /** @param number of the inverse; 0 where it is none */
    Passage run(long number, String description, Runnable undo) {
        parts.context().recordForced(new Event.UndoBegan(entry.step(), number, description));
        try {
            var problem = problem(undo);
            ended(number, problem.map(Problem::message).orElse(""));
            return problem.map(found -> obstructed(found, number, description, undo)).orElse(Passage.ON);
        } catch (Halt halt) {
            ended(number, halt.getMessage());
            return new Passage.Halted(false, RunOutcome.NEEDS_A_PERSON, halt.getMessage() + " " + halt.hint());
        }
    }

    private void ended(long number, String problem) {
        parts.context().recordForced(new Event.UndoEnded(entry.step(), number, problem));
    }

    private Optional<Problem> problem(Runnable undo) {
        var timeout = entry.site().timeout();
        try {
            Limits.within(parts.context().clock(), timeout, () -> {
                undo.run();
                return Passage.ON;
            });
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(Problem.of(Problem.Cause.FAILED, failure));
        } catch (Clock.DeadlinePassed passed) {
            return Optional.of(Problem.of(Problem.Cause.TIMEOUT,
                    "It was not finished within " + Texts.duration(timeout.orElseThrow()) + "."));
        }
    }

    private Passage obstructed(Problem problem, long number, String description, Runnable undo) {
        var what = "`" + entry.step() + "` (" + description + ")";
        return new Obstacle(parts, entry).failed(problem.told("Taking back " + what + " failed: "),
                () -> run(number, description, undo), () -> leave(what));
    }

    private Passage leave(String what) {
        remains.leave(what);
        return Passage.ON;
    }
}
