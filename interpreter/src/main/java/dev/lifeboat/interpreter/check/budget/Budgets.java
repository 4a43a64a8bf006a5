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
 */
public final class Budgets {

    /** The objective that the RTO runs to, where a step says that it is met. */
    public static final String SERVICE_RESTORED = "service_restored";

    private Budgets() {}

    /**
     * A promise.
     *
     * @param what  the words it is known by: "phase `respond`", "RTO", "objective `read_only`"
     * @param limit empty where a phase has no budget
     */
    public record Line(String what, Kind kind, Optional<DurationLiteral> limit, Estimate normal, Estimate worst) {

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

    /** The phases in their order, then the objectives, then the RTO. */
    public static List<Line> of(Runbook runbook, Function<Item.Perform, Optional<ResolvedPerform>> procedures) {
        var normal = Course.normal(procedures);
        var worst = Course.worst(procedures);
        var lines = new ArrayList<Line>();
        runbook.phases().forEach(phase -> lines.add(new Line("phase `" + phase.name().text() + "`", Kind.PHASE,
                phase.within(), normal.of(phase), worst.of(phase))));
        runbook.header().objectives()
                .forEach(objective -> lines.add(new Line("objective `" + objective.name().text() + "`", Kind.OBJECTIVE,
                        Optional.of(objective.within()), normal.until(objective.name().text(), runbook),
                        worst.until(objective.name().text(), runbook))));
        runbook.header().rto().ifPresent(
                rto -> lines.add(new Line("RTO", Kind.RTO, Optional.of(rto), normal.until(SERVICE_RESTORED, runbook),
                        worst.until(SERVICE_RESTORED, runbook))));
        return lines;
    }
}
