package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs items one after the other, as far as they let the run go on. */
record Items(Parts parts) {

    Course run(List<Item> items, Place place) {
        var interruption = new Interruption(parts.context());
        for (var item : items) {
            var asked = interruption.beforeAStep();
            var course = asked instanceof Course.GoOn ? run(item, place) : asked;
            if (!(course instanceof Course.GoOn)) {
                return course;
            }
        }
        return Course.GO_ON;
    }

    private Course run(Item item, Place place) {
        return switch (item) {
            case Item.Step step -> new StepRun(parts, step, place).run();
            case Item.Manual manual -> new StepRun(parts, manual, place).run();
            case Item.Perform perform -> new StepRun(parts, perform, place).run();
            case Item.Parallel parallel -> sideBySide(parallel, place);
            case Item.ForEach loop -> new Loop(parts, loop, place).run();
        };
    }

    private Course sideBySide(Item.Parallel parallel, Place place) {
        var claims = new Claims();
        var branches = new ArrayList<Supplier<Course>>();
        for (var item : parallel.items()) {
            var branch = place.branch(new Claims.Branch(claims, branches.size()));
            branches.add(() -> run(item, branch));
        }
        return Course.weightiest(new Branches(parts.context()).run(branches));
    }
}
