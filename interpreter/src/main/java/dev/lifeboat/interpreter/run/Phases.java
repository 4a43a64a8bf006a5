package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;

/** Runs the phases in order. A phase's budget stops nothing: overrunning it is recorded, and others are told. */
record Phases(Parts parts) {

    Course run() {
        for (var phase : parts.context().program.tree().phases()) {
            var course = run(phase);
            if (!(course instanceof Course.GoOn)) {
                return course;
            }
        }
        return Course.GO_ON;
    }

    private Course run(Phase phase) {
        try {
            if (!isWanted(phase)) {
                return passOver(phase);
            }
        } catch (Failure untold) {
            return new GroupFailure(parts, parts.top(), phase.name().text(), title(phase))
                    .react(Problem.of(Problem.Cause.WHEN, untold), () -> run(phase));
        }
        return carryOut(phase);
    }

    private boolean isWanted(Phase phase) {
        var evaluator = new Evaluator(parts.context().program, (signature, arguments) -> parts.context()
                .call(new Gate.Site(phase.name().text(), false), signature, arguments));
        return phase.when().isEmpty() || evaluator.holds(phase.when().get(), parts.top().frame());
    }

    private Course passOver(Phase phase) {
        parts.context().record(new Event.PhaseSkipped(phase.name().text(),
                "`" + phase.when().orElseThrow().span().text() + "` is not so."));
        return Course.GO_ON;
    }

    private String title(Phase phase) {
        return new Titles(parts.context(), "").of(phase.title(), parts.top().frame());
    }

    private Course carryOut(Phase phase) {
        var context = parts.context();
        var title = title(phase);
        var budget = phase.within().map(DurationLiteral::value);
        context.incident.phase(title);
        var began = context.record(new Event.PhaseBegan(phase.name().text(), title, budget.orElse(null))).at();
        var course = watched(phase, budget);
        var took = context.since(began);
        context.record(new Event.PhaseEnded(phase.name().text(), took, isOver(took, budget)));
        return course;
    }

    private Course watched(Phase phase, Optional<Duration> budget) {
        var watch = budget.map(limit -> escalateWhenOverrun(phase.name().text(), limit));
        try {
            return new Items(parts).run(phase.items(), parts.top());
        } finally {
            watch.ifPresent(Clock.Task::cancel);
        }
    }

    private static boolean isOver(Duration took, Optional<Duration> budget) {
        return budget.filter(limit -> took.compareTo(limit) > 0).isPresent();
    }

    private Clock.Task escalateWhenOverrun(String phase, Duration budget) {
        return parts.context().clock().fork("budget of " + phase, () -> {
            parts.context().clock().sleep(budget);
            parts.escalations().raise("Phase `" + phase + "` has overrun its " + Texts.duration(budget) + ".");
        });
    }
}
