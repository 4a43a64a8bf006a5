package dev.lifeboat.interpreter.check.budget;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.check.budget.Estimate.Share;
import dev.lifeboat.interpreter.check.budget.Estimate.Uncounted;
import dev.lifeboat.interpreter.value.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one step costs in time. */
enum Price {

    /**
     * As it normally goes: at the first attempt, in the time that the step `takes`. What stands behind a `when` is not
     * the normal course.
     */
    NORMAL {
        @Override
        Estimate of(Priced step) {
            return step.clauses().when().isPresent()
                    ? uncounted(step, "behind a `when`")
                    : sum(step, step.clauses().takes().map(DurationLiteral::value), "", "no `takes`");
        }
    },

    /** At worst: every attempt runs into its timeout. */
    WORST {
        @Override
        Estimate of(Priced step) {
            var attempts = attempts(step);
            var pauses = pauses(step.clauses());
            var timeout = step.clauses().timeout().map(DurationLiteral::value);
            return sum(step, timeout.map(once -> times(once, attempts).plus(pauses)),
                    timeout.map(once -> spelled(once, attempts, pauses)).orElse(""), "no `timeout`");
        }

        private static String spelled(Duration once, long attempts, Duration pauses) {
            return attempts == 1
                    ? ""
                    : attempts + " × " + Texts.duration(once)
                            + (pauses.isZero() ? "" : " + " + Texts.duration(pauses) + " between them");
        }
    };

    /** @param works whether it does something itself, besides asking for an approval */
    record Priced(String name, StepClauses clauses, Handlers handlers, boolean works) {}

    abstract Estimate of(Priced step);

    private static Estimate uncounted(Priced step, String reason) {
        return new Estimate(List.of(), List.of(new Uncounted(step.name(), reason)));
    }

    private static Estimate sum(Priced step, Optional<Duration> work, String spelled, String without) {
        var missing = new ArrayList<Uncounted>();
        if (step.works() && work.isEmpty()) {
            missing.add(new Uncounted(step.name(), without));
        }
        var within = step.clauses().approval().flatMap(StepClauses.Approval::within);
        if (step.clauses().approval().isPresent() && within.isEmpty()) {
            missing.add(new Uncounted(step.name(), "an approval without `within`"));
        }
        var share = new Share(step.name(), work.filter(time -> step.works()).orElse(Duration.ZERO),
                within.map(DurationLiteral::value).orElse(Duration.ZERO), spelled, "");
        return new Estimate(share.total().isZero() ? List.of() : List.of(share), missing);
    }

    private static long attempts(Priced step) {
        var retries = step.clauses().retry().map(retry -> retry.times().value()).orElse(0L);
        var again = step.handlers().onFailure().map(Price::again).orElse(0L);
        return Math.min(MOST, 1 + retries) * Math.min(MOST, 1 + again);
    }

    /** More attempts than anybody waits for, so that the sum stays within what a duration can hold. */
    private static final long MOST = 10_000;

    /** In plain numbers, which suffice: `multipliedBy` would load the arithmetic of large ones, 5 ms. */
    private static Duration times(Duration once, long attempts) {
        return Duration.ofSeconds(once.getSeconds() * attempts, once.getNano() * attempts);
    }

    private static long again(Block failure) {
        return TreeWalk.within(failure, Statement.Policy.Retry.class).mapToLong(retry -> retry.atMost().value()).max()
                .orElse(0);
    }

    private static Duration pauses(StepClauses clauses) {
        return clauses.retry().map(retry -> pauses(retry, factor(retry))).orElse(Duration.ZERO);
    }

    private static Duration pauses(StepClauses.Retry retry, double factor) {
        var sum = 0.0;
        var pause = (double) retry.apart().value().toMillis();
        for (var i = 0; i < Math.min(MOST, retry.times().value()); i++) {
            sum += pause;
            pause *= factor;
        }
        return Duration.ofMillis((long) Math.min(sum, Duration.ofDays(36_500).toMillis()));
    }

    private static double factor(StepClauses.Retry retry) {
        return retry.backoff().map(backoff -> switch (backoff) {
            case Expression.IntLiteral number -> (double) number.value();
            case Expression.DecimalLiteral(BigDecimal value, var span) -> value.doubleValue();
            default -> 1.0;
        }).orElse(1.0);
    }
}
