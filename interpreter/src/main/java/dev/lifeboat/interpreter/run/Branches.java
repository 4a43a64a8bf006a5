package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Work that goes on side by side. All of it is let finish: to kill it would leave unknowns. */
record Branches(RunContext context) {

    /** @return how each ended, in the order of the work */
    List<Course> run(List<? extends Supplier<Course>> work) {
        var ends = new ArrayList<Course>(Collections.nCopies(work.size(), Course.GO_ON));
        var tasks = new ArrayList<Clock.Task>();
        try {
            for (int i = 0; i < work.size(); i++) {
                int number = i;
                tasks.add(context.clock().fork("branch",
                        () -> ends.set(number, work.get(number).get())));
            }
            tasks.forEach(Clock.Task::join);
        } catch (RuntimeException ended) {
            // The run is being cancelled, or there is a defect: nothing may go on behind its back.
            context.letEnd(tasks);
            throw ended;
        }
        return ends;
    }
}
