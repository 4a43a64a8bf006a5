package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Declaration.Parameter;
import dev.lifeboat.grammar.tree.Declaration.Procedure;
import dev.lifeboat.grammar.tree.Declaration.Rung;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds declarations. */
final class DeclarationBuilder {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;
    private final ItemBuilder items;
    private final NameBuilder names;

    DeclarationBuilder(Findings findings, ExpressionBuilder expressions, StatementBuilder statements,
            ItemBuilder items) {
        this.findings = findings;
        this.expressions = expressions;
        this.statements = statements;
        this.items = items;
        this.names = expressions.names();
    }

    Declaration declaration(RunbookParser.DeclarationContext context) {
        return switch (context) {
            case RunbookParser.UseDeclarationContext use -> new Declaration.Use(
                    expressions.texts().plain(use.text(), "The path of a library"), findings.span(use));
            case RunbookParser.ParamDeclarationContext param -> new Declaration.Param(names.name(param.name()),
                    names.type(param.typeName()), expressions.optional(param.expression()), findings.span(param));
            case RunbookParser.EscalationDeclarationContext escalation -> escalation(escalation);
            case RunbookParser.UpdatesDeclarationContext updates -> new Declaration.Updates(
                    expressions.literals().duration(updates.duration()), names.roles(updates.roles()),
                    statements.templateUse(updates.templateUse()), findings.span(updates));
            case RunbookParser.TemplateDeclarationContext template -> template(template);
            default -> throw new IllegalStateException("No declaration: " + context.getText());
        };
    }

    private Declaration escalation(RunbookParser.EscalationDeclarationContext context) {
        var name = Optional.ofNullable(context.name()).map(names::name);
        if (context.ladder() == null) {
            return new Declaration.EscalationUse(name.orElseThrow(), findings.span(context));
        }
        var rungs = context.ladder().rung().stream().map(this::rung).toList();
        return new Declaration.Escalation(name, rungs, findings.span(context));
    }

    private Rung rung(RunbookParser.RungContext context) {
        return new Rung(expressions.literals().duration(context.duration()), names.roles(context.roles()),
                findings.span(context));
    }

    private Declaration template(RunbookParser.TemplateDeclarationContext context) {
        var subject = Optional.ofNullable(context.line()).map(expressions.texts()::line);
        return new Declaration.Template(names.name(context.name()), parameters(context.parameters()), subject,
                TemplateBuilder.build(context.templateBody(), findings, expressions), findings.span(context));
    }

    private List<Parameter> parameters(RunbookParser.ParametersContext context) {
        return context.parameter().stream().map(this::parameter).toList();
    }

    private Parameter parameter(RunbookParser.ParameterContext context) {
        var name = names.name(context.name());
        if (Words.isReserved(name.text())) {
            findings.error(SyntaxCode.NAME, name.span(), "`" + name.text() + "` is a reserved word.",
                    "Choose another name.");
        }
        return new Parameter(name, names.type(context.typeName()), findings.span(context));
    }

    Procedure procedure(RunbookParser.ProcedureContext context) {
        var steps = new ArrayList<Item>();
        Optional<Expression> result = Optional.empty();
        for (var line : context.procedureLine()) {
            if (result.isPresent()) {
                findings.error(SyntaxCode.MISPLACED, findings.span(line.getStart()),
                        "Nothing comes after `return` in a procedure.");
            }
            switch (line) {
                case RunbookParser.ItemLineContext item -> steps.add(items.item(item.item()));
                case RunbookParser.ResultLineContext last -> result = Optional
                        .of(expressions.expression(last.result().expression()));
                default -> throw new IllegalStateException("No line of a procedure: " + line.getText());
            }
        }
        return procedure(context.procedureHead(), steps, result, findings.span(context));
    }

    /** A procedure, perhaps one of which only the head could be read. */
    Procedure procedure(RunbookParser.ProcedureHeadContext head, List<Item> steps, Optional<Expression> result,
            Span span) {
        return new Procedure(names.name(head.name()), parameters(head.parameters()),
                names.optionalType(head.typeName()), expressions.texts().text(head.text()), steps, result, span);
    }
}
