package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.parser.RunbookParser.StepClauseContext;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.Role;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.grammar.tree.StepClauses.Approval;
import dev.lifeboat.grammar.tree.StepClauses.Retry;
import java.util.List;
import java.util.Optional;

/** Collects the clauses of one step. */
final class ClauseBuilder {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final Once once;

    private Optional<Expression> when = Optional.empty();
    private Optional<DurationLiteral> timeout = Optional.empty();
    private Optional<Retry> retry = Optional.empty();
    private Optional<Approval> approval = Optional.empty();
    private Optional<DurationLiteral> takes = Optional.empty();
    private Optional<Role> by = Optional.empty();

    ClauseBuilder(Findings findings, ExpressionBuilder expressions) {
        this.findings = findings;
        this.expressions = expressions;
        this.once = new Once(findings);
    }

    /** The clauses of a step, which has them all. */
    StepClauses build(List<StepClauseContext> contexts, Span behind) {
        contexts.forEach(this::add);
        var span = contexts.isEmpty()
                ? behind
                : findings.span(contexts.getFirst().getStart(), contexts.getLast().getStop());
        return new StepClauses(when, timeout, retry, approval, takes, by, span);
    }

    /** The clauses of something that has only some of them. */
    StepClauses build(List<StepClauseContext> contexts, Span behind, String owner, TokenSet allowed) {
        contexts.stream().filter(context -> !allowed.has(context.getStart()))
                .forEach(context -> refuse(context, owner));
        return build(contexts, behind);
    }

    private void refuse(StepClauseContext context, String owner) {
        findings.error(SyntaxCode.MISPLACED, findings.span(context),
                "`" + owner + "` has no clause `" + context.getStart().getText() + "`.",
                "It belongs to the steps: `" + owner + "` " + (owner.equals("manual")
                        ? "has `when`, `takes` and `by`."
                        : "has `when` and `takes`."));
    }

    private void add(StepClauseContext context) {
        switch (context) {
            case RunbookParser.WhenClauseContext clause -> when = once.set(when, "when", clause,
                    expressions.expression(clause.expression()));
            case RunbookParser.TimeoutClauseContext clause -> timeout = once.set(timeout, "timeout", clause,
                    expressions.literals().duration(clause.duration()));
            case RunbookParser.RetryClauseContext clause -> retry = once.set(retry, "retry", clause, retry(clause));
            case RunbookParser.ApproveClauseContext clause -> approval = once.set(approval, "approve", clause,
                    approval(clause));
            case RunbookParser.TakesClauseContext clause -> takes = once.set(takes, "takes", clause,
                    expressions.literals().duration(clause.duration()));
            case RunbookParser.ByClauseContext clause -> by = once.set(by, "by", clause,
                    expressions.names().role(clause.role()));
            default -> throw new IllegalStateException("No clause: " + context.getText());
        }
    }

    private Retry retry(RunbookParser.RetryClauseContext context) {
        return new Retry(expressions.literals().count(context.count()),
                expressions.literals().duration(context.duration()),
                Optional.ofNullable(context.factor()).map(expressions.literals()::factor), findings.span(context));
    }

    private Approval approval(RunbookParser.ApproveClauseContext context) {
        return new Approval(context.TWO() == null ? 1 : 2,
                context.role().stream().map(expressions.names()::role).toList(),
                expressions.literals().optionalDuration(context.duration()), findings.span(context));
    }
}
