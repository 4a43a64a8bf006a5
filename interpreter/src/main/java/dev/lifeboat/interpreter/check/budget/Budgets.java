package dev.lifeboat.interpreter.check.budget;

import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.SourceFile.Runbook;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a runbook promises about time, against what it normally takes and may take at worst: the table of `check
 * --budget`.
 *
 * @param promises the phases in their order, then the objectives, then the RTO
 * @param normal   of the whole run
 * @param worst    of the whole run
 */
public record Budgets(List<Line> promises, Estimate normal, Estimate worst) {

    /** The objective that the RTO runs to, where a step says that it is met. */
    public static final String SERVICE_RESTORED = "service_restored";

    public Budgets {
        promises = List.copyOf(promises);
    }

    /**
     * A promise.
     *
     * @param what  the words it is known by: "phase `respond`", "RTO", "objective `read_only`"
     * @param limit empty where a phase has no budget
     * @param steps those that it is about, in the order of the text
     */
    public record Line(String what, Kind kind, Optional<DurationLiteral> limit, List<String> steps, Estimate normal,
            Estimate worst) {

        public Line {
            steps = List.copyOf(steps);
        }

        public boolean normallyKept() {
            return limit.map(promised -> normal.total().compareTo(promised.value()) <= 0).orElse(true);
        }

        public boolean alwaysKept() {
            return limit.map(promised -> worst.total().compareTo(promised.value()) <= 0).orElse(true);
        }

        /** By how much the sum exceeds the limit; zero where it does not. */
        public Duration excess(Estimate sum) {
            return limit.map(promised -> sum.total().minus(promised.value())).filter(excess -> !excess.isNegative())
                    .orElse(Duration.ZERO);
        }
    }

    /** What a promise is about. */
    public enum Kind {
        PHASE, OBJECTIVE, RTO
    }

    public static Budgets of(Runbook runbook, Function<Item.Perform, Optional<ResolvedPerform>> procedures) {
        var normal = Course.normal(procedures);
        var worst = Course.worst(procedures);
        var lines = new ArrayList<Line>();
        runbook.phases().forEach(phase -> lines.add(new Line("phase `" + phase.name().text() + "`", Kind.PHASE,
                phase.within(), Course.names(phase.items()), normal.of(phase), worst.of(phase))));
        runbook.header().objectives()
                .forEach(objective -> lines.add(until(objective.name().text(),
                        "objective `" + objective.name().text() + "`", Kind.OBJECTIVE, objective.within(), runbook,
                        normal, worst)));
        runbook.header().rto().ifPresent(rto -> lines
                .add(until(SERVICE_RESTORED, "RTO", Kind.RTO, rto, runbook, normal, worst)));
        return new Budgets(lines, normal.of(runbook), worst.of(runbook));
    }

    private static Line until(String objective, String what, Kind kind, DurationLiteral limit, Runbook runbook,
            Course normal, Course worst) {
        return new Line(what, kind, Optional.of(limit), Course.namesUntil(objective, runbook),
                normal.until(objective, runbook), worst.until(objective, runbook));
    }
}
