package dev.lifeboat.interpreter.run;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How the run goes on behind a step, a phase or several of them. Ordered: of what ends side by side, the later one
 * here counts.
 */
sealed interface Course {

    record GoOn() implements Course {}

    /** The run is to end as succeeded. */
    record Finish(String why) implements Course {}

    /** Something failed that whoever performs the procedure has to handle. */
    record Fail(Problem problem) implements Course {}

    /** @param toBefore the step before which the rollback ends; empty for the start */
    record RollBack(Optional<String> toBefore, String why) implements Course {}

    /** The run is to end as it is. */
    record Stop(String why) implements Course {}

    /**
     * The run is to end for now, and can be resumed: a person is needed and nobody is there, or somebody wants it so.
     */
    record Leave(String why, RunOutcome outcome) implements Course {
        Leave(String why) {
            this(why, RunOutcome.NEEDS_A_PERSON);
        }
    }

    Course GO_ON = new GoOn();

    static Course weightiest(Collection<Course> courses) {
        return courses.stream().max(Comparator.comparingInt(Course::weight)).orElse(GO_ON);
    }

    private static int weight(Course course) {
        return switch (course) {
            case GoOn goOn -> 0;
            case Finish finish -> 1;
            case Fail fail -> 2;
            case RollBack rollBack -> 3;
            case Stop stop -> 4;
            case Leave leave -> 5;
        };
    }
}
