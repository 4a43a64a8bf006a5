package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.IntLiteral;
import dev.lifeboat.grammar.tree.Handlers;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Phase;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Builds phases and what stands in them. */
final class ItemBuilder {

    private static final TokenSet OF_MANUAL = TokenSet.spelled("when takes by");
    private static final TokenSet OF_PERFORM = TokenSet.spelled("when takes");

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;

    ItemBuilder(Findings findings, ExpressionBuilder expressions, StatementBuilder statements) {
        this.findings = findings;
        this.expressions = expressions;
        this.statements = statements;
    }

    Phase phase(RunbookParser.PhaseContext context) {
        return phase(context.phaseHead(), items(context.items()), findings.span(context));
    }

    /** A phase of which only the head could be read. */
    Phase phase(RunbookParser.PhaseHeadContext head, List<Item> items, Span span) {
        var once = new Once(findings);
        Optional<DurationLiteral> within = Optional.empty();
        Optional<Expression> when = Optional.empty();
        for (var context : head.phaseClause()) {
            switch (context) {
                case RunbookParser.WithinClauseContext clause -> within = once.set(within, "within", clause,
                        expressions.literals().duration(clause.duration()));
                case RunbookParser.PhaseWhenClauseContext clause -> when = once.set(when, "when", clause,
                        expressions.expression(clause.expression()));
                default -> throw new IllegalStateException("No clause of a phase: " + context.getText());
            }
        }
        return new Phase(expressions.names().name(head.name()), expressions.texts().text(head.text()), within, when,
                items, span);
    }

    List<Item> items(RunbookParser.ItemsContext context) {
        return context.item().stream().map(this::item).toList();
    }

    Item item(RunbookParser.ItemContext context) {
        return switch (context) {
            case RunbookParser.StepItemContext item -> step(item.step());
            case RunbookParser.ManualItemContext item -> manual(item.manual());
            case RunbookParser.PerformItemContext item -> perform(item.perform());
            case RunbookParser.ParallelItemContext item -> new Item.Parallel(items(item.items()),
                    findings.span(item));
            case RunbookParser.ForEachItemContext item -> forEach(item.forEachHead(), items(item.items()),
                    findings.span(item));
            default -> throw new IllegalStateException("No step: " + context.getText());
        };
    }

    Item.Step step(RunbookParser.StepContext context) {
        var clauses = new ClauseBuilder(findings, expressions).build(context.stepClause(), behind(context.text()));
        var body = Optional.ofNullable(context.block()).map(statements::block);
        return new Item.Step(expressions.names().name(context.name()), expressions.texts().text(context.text()),
                clauses, body, handlers(context.handler(), context), findings.span(context));
    }

    Item.Manual manual(RunbookParser.ManualContext context) {
        var clauses = new ClauseBuilder(findings, expressions).build(context.stepClause(), behind(context.text()),
                "manual", OF_MANUAL);
        return new Item.Manual(expressions.names().name(context.name()), expressions.texts().text(context.text()),
                clauses, handlers(context.handler(), context), findings.span(context));
    }

    Item.Perform perform(RunbookParser.PerformContext context) {
        var clauses = new ClauseBuilder(findings, expressions).build(context.stepClause(), behind(context.name(1)),
                "perform", OF_PERFORM);
        return new Item.Perform(expressions.names().name(context.name(0)),
                expressions.arguments(context.arguments()), expressions.names().name(context.name(1)), clauses,
                handlers(context.handler(), context), findings.span(context));
    }

    private Handlers handlers(List<RunbookParser.HandlerContext> contexts, ParserRuleContext step) {
        return new HandlerBuilder(findings, statements, expressions.texts()).build(contexts, behind(step));
    }

    private Span behind(ParserRuleContext context) {
        return findings.positions().behind(context);
    }

    Item.ForEach forEach(RunbookParser.ForEachHeadContext head, List<Item> items, Span span) {
        var once = new Once(findings);
        Optional<IntLiteral> atMost = Optional.empty();
        Optional<IntLiteral> atLeast = Optional.empty();
        for (var limit : head.repeatLimit()) {
            var count = expressions.literals().count(limit.count());
            if (limit.MOST() == null) {
                atLeast = once.set(atLeast, "at least", limit, count);
            } else {
                atMost = once.set(atMost, "at most", limit, count);
                checkPositive(count);
            }
        }
        return new Item.ForEach(expressions.names().name(head.name()), expressions.expression(head.expression()),
                atMost, atLeast, items, span);
    }

    private void checkPositive(IntLiteral count) {
        if (count.value() == 0 && count.span().text().equals("0")) {
            findings.add(Diagnostic.error(SyntaxCode.LITERAL, "`0` is not enough: expected 1 or more.", count.span()));
        }
    }
}
