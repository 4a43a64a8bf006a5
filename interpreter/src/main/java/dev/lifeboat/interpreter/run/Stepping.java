package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import java.util.Optional;

/** Asks before a step, and at its pause, what whoever steps through the run wants, and does that. What was wanted is journaled, so that a run that is resumed goes the same way. */
final class Stepping {

    private final Parts parts;
    private final StepSite site;
    /** What came of the last direction. */
    private String said = "";

    Stepping(Parts parts, StepSite site) {
        this.parts = parts;
        this.site = site;
    }

    /**
     * @param previous what stands before the step in its block
     * @return empty where that was taken back, and is to be run again
     */
    Optional<Course> before(StepRun step, Optional<Item> previous) {
        var back = StepBack.before(parts, site, previous);
        while (true) {
            var direction = direction(new Viewpoint(parts, site, Optional.empty(), back, said));
            switch (direction.move()) {
                case GO -> {
                    return Optional.of(step.run());
                }
                case SKIP -> {
                    return Optional.of(step.passOver(direction.by(), direction.text()));
                }
                case ROLL_BACK -> {
                    return Optional.of(new Course.RollBack(Optional.empty(),
                            "`" + direction.by() + "` rolled it back before `" + site.name() + "`."));
                }
                case LEAVE -> {
                    return Optional.of(new Course.Leave(
                            "`" + direction.by() + "` left it before `" + site.name() + "`."));
                }
                case UNDO -> {
                    var passage = takenBack(back);
                    if (passage.isPresent()) {
                        return passage.get() instanceof Passage.Halted halted
                                ? Optional.of(course(halted))
                                : Optional.empty();
                    }
                }
                case CALL -> said = new AdHocCall(parts, site).make(direction.text());
                case NOTE -> said = "";
            }
        }
    }

    /** What else than a choice is wanted at a pause. */
    void atPause(People.PauseRequest request) {
        var back = StepBack.of(site.entry(), parts);
        for (var direction = direction(new Viewpoint(parts, site, Optional.of(request), back, said)); direction
                .move() != Direction.Move.GO; direction = direction(
                        new Viewpoint(parts, site, Optional.of(request), back, said))) {
            switch (direction.move()) {
                case CALL -> said = new AdHocCall(parts, site).make(direction.text());
                case UNDO -> takenBack(back).ifPresent(passage -> {
                    parts.context().ledger.readmit(site.entry());
                    said = passage instanceof Passage.Halted halted
                            ? halted.reason()
                            : "`" + site.name() + "` was taken back.";
                });
                case NOTE -> said = "";
                case GO, SKIP, ROLL_BACK, LEAVE ->
                    throw new IllegalStateException("Nobody offered to " + direction.move() + " at a pause.");
            }
        }
    }

    private Direction direction(Viewpoint here) {
        var context = parts.context();
        var direction = context.clock().untimed(() -> context.people().direct(here));
        if (direction.move() != Direction.Move.GO) {
            context.recordForced(new Event.Directed(site.name(), direction));
        }
        return direction;
    }

    /** @return empty where it is refused */
    private Optional<Passage> takenBack(StepBack back) {
        var objection = back.objection();
        if (objection.isPresent()) {
            said = objection.get();
            return Optional.empty();
        }
        return Optional.of(back.run());
    }

    private static Course course(Passage.Halted halted) {
        return halted.outcome() == RunOutcome.NEEDS_A_PERSON
                ? new Course.Leave(halted.reason())
                : new Course.Stop(halted.reason());
    }
}
