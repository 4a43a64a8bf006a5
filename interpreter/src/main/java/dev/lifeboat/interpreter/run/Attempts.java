package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The attempts at a step: as many as its {@code retry} allows, each approved, each settled before the next. */
final class Attempts {

    private final Parts parts;
    private final StepSite site;
    private final Work work;
    private int made;

    Attempts(Parts parts, StepSite site) {
        this.parts = parts;
        this.site = site;
        this.work = new Works(parts, site).work();
    }

    /** How many there have been. */
    int made() {
        return made;
    }

    /** A first attempt and, as far as it fails, the further ones that {@code retry} allows. */
    AttemptEnd run() {
        var retry = site.clauses().retry();
        long further = retry.map(clause -> clause.times().value()).orElse(0L);
        var apart = retry.map(clause -> clause.apart().value()).orElse(Duration.ZERO);
        var end = once();
        for (long left = further; left > 0 && isRepeated(end); left--) {
            var known = knownToBeDone(((AttemptEnd.Failed) end).problem());
            if (known.isPresent()) {
                return known.get();
            }
            parts.context().clock().sleep(apart);
            apart = longer(apart, retry.flatMap(StepClauses.Retry::backoff));
            end = once();
        }
        return end;
    }

    /** A no of a person is not asked for again. */
    private static boolean isRepeated(AttemptEnd end) {
        return end instanceof AttemptEnd.Failed failed && failed.problem().cause() != Problem.Cause.APPROVAL;
    }

    private AttemptEnd once() {
        var refusal = site.clauses().approval().flatMap(this::refusal);
        if (refusal.isPresent()) {
            return new AttemptEnd.Failed(refusal.get());
        }
        made++;
        parts.context().record(new Event.AttemptBegan(site.name(), made));
        var attempt = new Attempt(parts, site, work);
        var end = attempt.run();
        return end instanceof AttemptEnd.Failed failed ? failed(attempt, failed) : end;
    }

    private Optional<Problem> refusal(StepClauses.Approval clause) {
        var evaluator = new Evaluator(parts.context().program,
                new SiteCalls(parts.context(), site, parts.approvals()));
        try {
            return parts.approvals().obtain(site, clause, evaluator);
        } catch (Failure untold) {
            return Optional.of(Problem.of(Problem.Cause.FAILED, untold));
        }
    }

    private AttemptEnd failed(Attempt attempt, AttemptEnd.Failed failed) {
        var problem = failed.problem();
        parts.context().record(new Event.AttemptFailed(site.name(), made,
                problem.unknown()
                        ? StepState.UNKNOWN.name().toLowerCase(Locale.ROOT)
                        : problem.cause().word(),
                problem.message(), problem.evidence(), problem.hint()));
        return problem.unknown() ? attempt.settled(problem) : failed;
    }

    /** Before a call is made again that does harm when it is made twice, somebody has to know that it was not done. */
    Optional<AttemptEnd> knownToBeDone(Problem problem) {
        if (!problem.unknown() || problem.repeatable()) {
            return Optional.empty();
        }
        var question = Asking.question(site.name(), "was_done", Type.BOOL,
                problem.message() + " Was all of it done: " + site.title() + "?");
        return Optional.of(Asking.answer(parts.context(), question)).filter(Value.TRUE::equals)
                .map(yes -> new AttemptEnd.Settled("A person says that it was done."));
    }

    private static Duration longer(Duration apart, Optional<Expression> backoff) {
        return backoff.map(factor -> {
            var nanos = BigDecimal.valueOf(apart.toNanos()).multiply(factor(factor));
            return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValue());
        }).orElse(apart);
    }

    private static BigDecimal factor(Expression backoff) {
        return switch (backoff) {
            case Expression.IntLiteral whole -> BigDecimal.valueOf(whole.value());
            case Expression.DecimalLiteral decimal -> decimal.value();
            case Expression other -> throw new IllegalStateException("Not a factor: " + other.span());
        };
    }
}
