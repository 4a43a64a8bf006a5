package dev.lifeboat.cli;

import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.check.budget.Estimate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The times of a runbook for machines: what {@link BudgetTable} shows to people. Its components are the keys; durations are of ISO 8601. */
record Times(String file, List<Promise> promises, Sum normal, Sum worst) {

    record Promise(String what, String kind, Optional<Duration> within, boolean normallyKept, boolean alwaysKept,
            Sum normal, Sum worst) {
        static Promise of(Budgets.Line line) {
            return new Promise(line.what(), line.kind().name().toLowerCase(Locale.ROOT),
                    line.limit().map(DurationLiteral::value), line.normallyKept(), line.alwaysKept(),
                    Sum.of(line.normal()), Sum.of(line.worst()));
        }
    }

    record Sum(Duration total, List<Estimate.Share> steps, List<Estimate.Uncounted> uncounted) {
        static Sum of(Estimate estimate) {
            return new Sum(estimate.total(), estimate.shares(), estimate.uncounted());
        }
    }

    static Times of(BudgetTable table) {
        Budgets budgets = table.budgets();
        return new Times(table.file(), budgets.promises().stream().map(Promise::of).toList(),
                Sum.of(budgets.normal()), Sum.of(budgets.worst()));
    }
}
