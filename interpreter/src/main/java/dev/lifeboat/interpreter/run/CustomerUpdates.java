package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration.Updates;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * {@code updates every D to @customers}: from the first service level at which they notice something, until the
 * service works again.
 */
final class CustomerUpdates {

    private static final int NOTICED = 2;

    private final RunContext context;
    private final Messenger messenger;
    private final Escalations escalations;
    private final Place top;
    private final List<Clock.Task> tasks = new CopyOnWriteArrayList<>();
    private boolean begun;

    CustomerUpdates(RunContext context, Messenger messenger, Escalations escalations, Place top) {
        this.context = context;
        this.messenger = messenger;
        this.escalations = escalations;
        this.top = top;
    }

    void levelChanged() {
        if (context.incident.level().number() >= NOTICED && first()) {
            context.program.tree().declarations().stream().filter(Updates.class::isInstance).map(Updates.class::cast)
                    .forEach(this::begin);
        }
    }

    private synchronized boolean first() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    private void begin(Updates updates) {
        var name = "updates to " + String.join(", ", Approvals.names(updates.roles()));
        tasks.add(context.clock().forkOfRun(name, () -> repeat(updates)));
    }

    void end() {
        tasks.forEach(Clock.Task::cancel);
        context.incident.nextUpdate(Optional.empty());
    }

    /** What goes on beside the steps, and must not outlive the run. */
    List<Clock.Task> tasks() {
        return tasks;
    }

    private void repeat(Updates updates) {
        while (true) {
            var next = context.timeFor("").plus(updates.every().value());
            context.incident.nextUpdate(Optional.of(next));
            send(updates);
            context.clock().sleepUntil(next);
        }
    }

    /** An update that can't be written must not end the updates. */
    private void send(Updates updates) {
        var evaluator = new Evaluator(context.program,
                (signature, arguments) -> context.call(new Gate.Site("", false), signature, arguments));
        var roles = Approvals.names(updates.roles());
        try {
            messenger.tell(roles, List.of(), messenger.letter(updates.template(), evaluator, top.frame()));
        } catch (Failure failure) {
            escalations.raise("The update to `" + String.join("`, `", roles) + "` can't be written: "
                    + failure.getMessage());
        }
    }
}
