package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs items one after the other, as far as they let the run go on. */
record Items(Parts parts) {

    Course run(List<Item> items, Place place) {
        var interruption = new Interruption(parts.context());
        int next = 0;
        while (next < items.size()) {
            var before = next == 0 ? Optional.<Item>empty() : Optional.of(items.get(next - 1));
            var asked = interruption.beforeAStep();
            var course = asked instanceof Course.GoOn ? run(items.get(next), place, before) : Optional.of(asked);
            if (course.isPresent() && !(course.get() instanceof Course.GoOn)) {
                return course.get();
            }
            next += course.isPresent() ? 1 : -1;
        }
        return Course.GO_ON;
    }

    /** @return empty where the item before it was taken back, and is to be run again */
    private Optional<Course> run(Item item, Place place, Optional<Item> before) {
        return switch (item) {
            case Item.Parallel parallel -> Optional.of(sideBySide(parallel, place));
            case Item.ForEach loop -> Optional.of(new Loop(parts, loop, place).run());
            case Item.Step step -> stepped(step, place, before);
            case Item.Manual manual -> stepped(manual, place, before);
            case Item.Perform perform -> stepped(perform, place, before);
        };
    }

    private Optional<Course> stepped(Item item, Place place, Optional<Item> before) {
        var step = new StepRun(parts, item, place);
        return new Stepping(parts, step.site()).before(step, before);
    }

    private Course sideBySide(Item.Parallel parallel, Place place) {
        var claims = new Claims();
        var branches = new ArrayList<Supplier<Course>>();
        for (var item : parallel.items()) {
            var branch = place.branch(new Claims.Branch(claims, branches.size()));
            branches.add(() -> run(item, branch, Optional.empty()).orElseThrow());
        }
        return Course.weightiest(new Branches(parts.context()).run(branches));
    }
}
