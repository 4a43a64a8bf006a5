package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Work that goes on side by side. All of it is let finish: to kill it would leave unknowns. */
record Branches(RunContext context) {

    /** @return how each ended, in the order of the work */
    List<Course> run(List<? extends Supplier<Course>> work) {
        var ends = new ArrayList<Course>(Collections.nCopies(work.size(), Course.GO_ON));
        var tasks = new CopyOnWriteArrayList<Clock.Task>();
        var lost = new AtomicReference<Lease.Lost>();
        try {
            for (int i = 0; i < work.size(); i++) {
                int number = i;
                tasks.add(context.clock().fork("branch",
                        () -> asLongAsItMay(() -> ends.set(number, work.get(number).get()), tasks, lost)));
            }
            tasks.forEach(Clock.Task::join);
        } catch (RuntimeException ended) {
            // The run is being cancelled, or there is a defect: nothing may go on behind its back.
            context.letEnd(tasks);
            throw ended;
        }
        if (lost.get() != null) {
            throw lost.get();
        }
        return ends;
    }

    /** Where the lease is lost there is nothing that the others could still do. */
    private static void asLongAsItMay(Runnable branch, List<Clock.Task> all, AtomicReference<Lease.Lost> lost) {
        try {
            branch.run();
        } catch (Lease.Lost taken) {
            lost.set(taken);
            all.forEach(Clock.Task::cancel);
        }
    }
}
