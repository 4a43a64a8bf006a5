package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.People.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A failure of something that is no step and has no handlers: too few rounds of a loop, a phase whose {@code when}
 * can't be told.
 */
record GroupFailure(Parts parts, Place place, String name, String title) {

    private static final List<Choice> CHOICES = List.of(Choice.RETRY, Choice.SKIP, Choice.ROLLBACK, Choice.STOP);

    /** @param again tries what failed once more */
    Course react(Problem problem, Supplier<Course> again) {
        var blame = problem.of(name);
        return switch (Reactions.ofRunbook(parts, place)) {
            case Reaction.Continue goOn -> Course.GO_ON;
            case Reaction.RollBack back -> new Course.RollBack(back.toBefore(), blame.message());
            case Reaction.Stop stop -> new Course.Stop(blame.message());
            case Reaction.Finish finish -> new Course.Finish(finish.why());
            case Reaction.HandUp handUp -> new Course.Fail(blame);
            case Reaction.TryAgain tryAgain -> again.get();
            case Reaction.Pause pause -> pause(problem, blame.message(), again);
        };
    }

    private Course pause(Problem problem, String blame, Supplier<Course> again) {
        return switch (parts.pauses().ask(name, title, problem, CHOICES).choice()) {
            case RETRY -> again.get();
            case SKIP, DONE_BY_HAND -> Course.GO_ON;
            case ROLLBACK -> new Course.RollBack(Optional.empty(), blame);
            case STOP -> new Course.Stop(blame);
            case LEAVE -> new Course.Leave(blame);
        };
    }
}
