package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.parser.RunbookParser.TemplatePartContext;
import dev.lifeboat.grammar.tree.TemplatePart;
import dev.lifeboat.grammar.tree.TextPart.Interpolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Builds the bodies of templates. */
final class TemplateBuilder {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final Margin margin;

    private TemplateBuilder(Findings findings, ExpressionBuilder expressions, Margin margin) {
        this.findings = findings;
        this.expressions = expressions;
        this.margin = margin;
    }

    static List<TemplatePart> build(RunbookParser.TemplateBodyContext context, Findings findings,
            ExpressionBuilder expressions) {
        expressions.texts().checkClosed(context.getStart(), context.getStop());
        var lone = LoneDirectives.between(context.getStart(), context.getStop(), findings.tokens().list());
        var margin = Margin.of(findings, context.getStart(), context.getStop(), lone);
        return new TemplateBuilder(findings, expressions, margin).parts(context.templatePart());
    }

    private List<TemplatePart> parts(List<TemplatePartContext> contexts) {
        var parts = new PartList<>(TemplatePart.class);
        for (var context : contexts) {
            switch (context) {
                case RunbookParser.TemplateInterpolationContext value -> parts
                        .add(expressions.texts().interpolation(value, value.expression()));
                case RunbookParser.TemplateIfPartContext condition -> parts.add(condition(condition));
                case RunbookParser.TemplateForPartContext loop -> parts.add(loop(loop));
                default -> parts.characters(expressions.texts().characters(context.getStart(), margin),
                        findings.span(context));
            }
        }
        return parts.toList();
    }

    private TemplatePart loop(RunbookParser.TemplateForPartContext context) {
        return new TemplatePart.For(expressions.names().name(context.name()),
                expressions.expression(context.expression()), parts(context.templatePart()), findings.span(context));
    }

    private TemplatePart condition(RunbookParser.TemplateIfPartContext context) {
        return switch (context.templateIf()) {
            case RunbookParser.TemplateConditionalContext value -> conditional(context, value);
            case RunbookParser.TemplateBranchesContext branches -> branches(context, branches);
            default -> throw new IllegalStateException("No part of a template: " + context.getText());
        };
    }

    private TemplatePart conditional(RunbookParser.TemplateIfPartContext context,
            RunbookParser.TemplateConditionalContext value) {
        var parts = List.of(context.expression(), value.expression(0), value.expression(1));
        return new Interpolation(expressions.conditional(context.IF().getSymbol(), parts), findings.span(context));
    }

    private TemplatePart branches(RunbookParser.TemplateIfPartContext context,
            RunbookParser.TemplateBranchesContext rest) {
        var branches = new ArrayList<TemplatePart.Branch>();
        branches.add(branch(context.getStart(), context.expression(), rest.templatePart(), rest.getStart()));
        Optional<List<TemplatePart>> otherwise = Optional.empty();
        for (var next : rest.templateElse()) {
            checkLast(next, otherwise.isPresent());
            if (next.expression() == null) {
                otherwise = Optional.of(parts(next.templatePart()));
            } else {
                branches.add(branch(next.getStart(), next.expression(), next.templatePart(), next.getStop()));
            }
        }
        return new TemplatePart.If(branches, otherwise, findings.span(context));
    }

    private TemplatePart.Branch branch(Token start, RunbookParser.ExpressionContext condition,
            List<TemplatePartContext> parts, Token head) {
        var stop = parts.isEmpty() ? head : parts.getLast().getStop();
        return new TemplatePart.Branch(expressions.expression(condition), parts(parts), findings.span(start, stop));
    }

    private void checkLast(RunbookParser.TemplateElseContext context, boolean isBehindElse) {
        if (isBehindElse) {
            findings.error(SyntaxCode.MISPLACED, findings.span(context.INTERPOLATION_ELSE().getSymbol(),
                    context.RBRACE().getSymbol()), "`${else}` is the last part before `${end}`.");
        }
    }
}
