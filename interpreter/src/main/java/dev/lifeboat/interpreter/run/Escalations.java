package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration.Rung;
import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings in more people: the ladder on the incident's clock, beside the steps, and whatever else has to be known
 * higher up.
 */
final class Escalations {

    private final RunContext context;
    private final Messenger messenger;
    private final List<Rung> rungs;
    private Optional<Clock.Task> ladder = Optional.empty();
    private volatile int climbed;

    Escalations(RunContext context, Messenger messenger) {
        this.context = context;
        this.messenger = messenger;
        this.rungs = context.program.escalation().map(declared -> declared.rungs()).orElse(List.of());
    }

    void begin() {
        if (!rungs.isEmpty()) {
            ladder = Optional.of(context.clock().fork("escalation", this::climb));
        }
    }

    /** The service works again, or the run is over: nobody else is to be woken. */
    void end() {
        ladder.ifPresent(Clock.Task::cancel);
    }

    /** What goes on beside the steps, and must not outlive the run. */
    List<Clock.Task> tasks() {
        return ladder.stream().toList();
    }

    private void climb() {
        for (var rung : rungs) {
            context.clock().sleepUntil(context.incident.since().plus(rung.after().value()));
            climbed++;
            escalate(rung.after().value(), Approvals.names(rung.roles()), "It has lasted "
                    + Texts.duration(rung.after().value()) + ".");
        }
    }

    /** Something that those one rung up have to know now; the rung itself is climbed in its own time. */
    void raise(String why) {
        escalate(context.incident.elapsed(), higherUp(), why);
    }

    /** {@code escalate to @role "why"}. */
    void raise(String role, String why) {
        escalate(context.incident.elapsed(), List.of(role), why);
    }

    private List<String> higherUp() {
        if (rungs.isEmpty()) {
            return context.program.tree().header().owner().map(owner -> List.of(owner.name())).orElse(List.of());
        }
        return Approvals.names(rungs.get(Math.min(climbed, rungs.size() - 1)).roles());
    }

    private void escalate(Duration after, List<String> roles, String why) {
        context.recordForced(new Event.Escalated(after, roles, why));
        messenger.tell(roles, List.of(), new Letter(title(), why + " " + state()));
    }

    private String title() {
        return "Escalation: " + context.incident.title();
    }

    private String state() {
        var level = context.incident.level();
        var service = level.affected().isEmpty()
                ? ""
                : " Service level " + level.number() + ": " + level.affected()
                        + ".";
        return "Phase: " + context.incident.phase() + "." + service;
    }
}
