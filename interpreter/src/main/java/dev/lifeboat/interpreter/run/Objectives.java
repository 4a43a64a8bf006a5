package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.ServiceWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The objectives of a run that is over, each with how it was measured.
 *
 * @param succeeded whether the run came to its end
 * @param finished  whether a {@code finish} ended it, because nothing was left to do
 */
record Objectives(RunContext context, boolean succeeded, boolean finished) {

    private record Measure(Optional<Duration> took, String how) {}

    List<Event.Objective> measured() {
        var header = context.program.tree().header();
        var objectives = new ArrayList<Event.Objective>();
        header.rto().ifPresent(limit -> objectives.add(objective("rto", limit.value(), recoveryTime())));
        header.rpo().ifPresent(limit -> objectives.add(recoveryPoint(limit.value())));
        for (Header.Objective further : header.objectives()) {
            var name = further.name().text();
            objectives.add(objective(name, further.within().value(), reached(name)));
        }
        return objectives;
    }

    private static Event.Objective objective(String name, Duration limit, Measure measure) {
        boolean met = measure.took().filter(took -> took.compareTo(limit) <= 0).isPresent();
        return new Event.Objective(name, limit, measure.took().orElse(null), met, measure.how());
    }

    private Measure recoveryTime() {
        var watch = context.world().watch();
        if (watch.isPresent()) {
            var outage = watch.get().outage();
            return new Measure(outage, outage.isPresent()
                    ? "from the first refused write to the first accepted one"
                    : "the application can't write");
        }
        var restored = context.incident.reached(Incident.SERVICE_RESTORED);
        if (restored.isPresent()) {
            return new Measure(restored, "from the start to `reached service_restored`");
        }
        return succeeded
                ? new Measure(Optional.of(context.incident.elapsed()), "from the start to the end")
                : new Measure(Optional.empty(), "the service was not restored");
    }

    private Event.Objective recoveryPoint(Duration limit) {
        var seen = context.world().watch().flatMap(ServiceWatch::loss);
        if (seen.isPresent()) {
            return objective("rpo", limit, new Measure(seen, "the age of the oldest acknowledged write that is lost"));
        }
        if (context.facts.known().get(Approvals.LOSS) instanceof Value.Span bound) {
            return objective("rpo", limit,
                    new Measure(Optional.of(bound.value()), "the bound of the loss that was found"));
        }
        return new Event.Objective("rpo", limit, null, succeeded, "not measured: nothing gave a bound of the loss");
    }

    /** Where the run was finished because nothing was left to do, that is when it was met. */
    private Measure reached(String name) {
        var reached = context.incident.reached(name);
        if (reached.isPresent() || !(finished && succeeded)) {
            return new Measure(reached,
                    reached.isPresent() ? "from the start to `reached " + name + "`" : "it was not reached");
        }
        return new Measure(Optional.of(context.incident.elapsed()), "from the start to `finish`");
    }
}
