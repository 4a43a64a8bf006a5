package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration.Rung;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings in more people: the ladder on the incident's clock, beside the steps, and whatever else has to be known
 * higher up.
 */
final class Escalations {

    private final RunContext context;
    private final CallOuts callOuts;
    private final List<Rung> rungs;
    private Optional<Clock.Task> ladder = Optional.empty();
    private volatile int climbed;

    Escalations(RunContext context, Messenger messenger) {
        this.context = context;
        this.callOuts = new CallOuts(context, messenger);
        this.rungs = context.program.escalation().map(declared -> declared.rungs()).orElse(List.of());
    }

    void begin() {
        if (!rungs.isEmpty()) {
            ladder = Optional.of(context.clock().fork("escalation", this::climb));
        }
    }

    /** The service works again: nobody else is to be woken. */
    void end() {
        ladder.ifPresent(Clock.Task::cancel);
        callOuts.end();
    }

    /**
     * The run is over. The ladder ends first: a call-out that it begins while it is cancelled ends as well.
     *
     * @param others that could still raise something
     */
    void letEnd(List<Clock.Task> others) {
        try {
            context.letEnd(Stream.concat(ladder.stream(), others.stream()).toList());
        } finally {
            context.letEnd(callOuts.tasks());
        }
    }

    private void climb() {
        for (var rung : rungs) {
            var after = rung.after().value();
            context.clock().sleepUntil(context.incident.since().plus(after));
            climbed++;
            callOuts.beside(new CallOuts.Call("rung " + climbed, after, Approvals.names(rung.roles()),
                    "It has lasted " + Texts.duration(after) + "."));
        }
    }

    /** The runbook's owner has to know that it runs without their seal; no step waits for that. */
    void glassBroken(String why) {
        context.program.tree().header().owner()
                .ifPresent(owner -> callOuts.beside(new CallOuts.Call("break glass", context.incident.elapsed(),
                        List.of(owner.name()), "The runbook runs without its owner's seal. " + why)));
    }

    /** Something that those one rung up have to know now; the rung itself is climbed in its own time. */
    void raise(String why) {
        callOuts.now(higherUp(), why);
    }

    /** {@code escalate to @role "why"}. */
    void raise(String role, String why) {
        callOuts.now(List.of(role), why);
    }

    private List<String> higherUp() {
        if (rungs.isEmpty()) {
            return context.program.tree().header().owner().map(owner -> List.of(owner.name())).orElse(List.of());
        }
        return Approvals.names(rungs.get(Math.min(climbed, rungs.size() - 1)).roles());
    }
}
