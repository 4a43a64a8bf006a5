package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.parser.RunbookParser.ExpressionContext;
import dev.lifeboat.grammar.tree.Argument;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.Binary;
import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Expression.Comprehension;
import dev.lifeboat.grammar.tree.Expression.Conditional;
import dev.lifeboat.grammar.tree.Expression.Field;
import dev.lifeboat.grammar.tree.Expression.FunctionCall;
import dev.lifeboat.grammar.tree.Expression.Index;
import dev.lifeboat.grammar.tree.Expression.ListLiteral;
import dev.lifeboat.grammar.tree.Expression.Negation;
import dev.lifeboat.grammar.tree.Expression.Not;
import dev.lifeboat.grammar.tree.Expression.Reference;
import dev.lifeboat.grammar.tree.Name;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds expressions. */
final class ExpressionBuilder extends RunbookParserBaseVisitor<Expression> {

    private final Findings findings;
    private final NameBuilder names;
    private final LiteralBuilder literals;
    private final TextBuilder texts;
    private final Operators operators;

    ExpressionBuilder(Findings findings) {
        this.findings = findings;
        this.names = new NameBuilder(findings);
        this.literals = new LiteralBuilder(findings, names);
        this.texts = new TextBuilder(findings, this);
        this.operators = new Operators(findings);
    }

    NameBuilder names() {
        return names;
    }

    LiteralBuilder literals() {
        return literals;
    }

    TextBuilder texts() {
        return texts;
    }

    Expression expression(ExpressionContext context) {
        return context.accept(this);
    }

    Optional<Expression> optional(ExpressionContext context) {
        return Optional.ofNullable(context).map(this::expression);
    }

    List<Argument> arguments(RunbookParser.ArgumentsContext context) {
        return context == null ? List.of() : context.argument().stream().map(this::argument).toList();
    }

    private Argument argument(RunbookParser.ArgumentContext context) {
        var value = expression(context.expression().getLast());
        var name = context.COLON() == null ? Optional.<Name>empty() : argumentName(context.expression(0));
        return new Argument(name, value, findings.span(context));
    }

    private Optional<Name> argumentName(ExpressionContext context) {
        if (context instanceof RunbookParser.ReferenceContext reference && reference.arguments() == null) {
            return Optional.of(names.name(reference.name()));
        }
        findings.error(SyntaxCode.NAME, findings.span(context), "The name of an argument is a single word.");
        return Optional.empty();
    }

    @Override
    public Expression visitChildren(RuleNode node) {
        throw new IllegalStateException("No expression is built from " + node.getClass().getSimpleName());
    }

    @Override
    public Expression visitReference(RunbookParser.ReferenceContext context) {
        var name = names.name(context.name());
        return context.arguments() == null
                ? new Reference(name.text(), name.span())
                : new FunctionCall(name, arguments(context.arguments()), findings.span(context));
    }

    @Override
    public Expression visitMember(RunbookParser.MemberContext context) {
        var target = expression(context.expression());
        var name = names.name(context.name());
        if (context.arguments() == null) {
            return new Field(target, name, findings.span(context));
        }
        var arguments = arguments(context.arguments());
        if (!(context.expression() instanceof RunbookParser.ReferenceContext reference
                && reference.arguments() == null)) {
            findings.error(SyntaxCode.CALL, findings.span(context.name()),
                    "`" + name.text() + "` is called on a value, but values have no calls.",
                    "A builtin is called as `namespace.action(…)`, with the value as its argument.");
            return new Reference(name.text(), name.span());
        }
        var namespace = new Name(context.expression().getText(), target.span());
        return new BuiltinCall(namespace, name, arguments, findings.span(context));
    }

    @Override
    public Expression visitIndex(RunbookParser.IndexContext context) {
        return new Index(expression(context.expression(0)), expression(context.expression(1)),
                findings.span(context));
    }

    @Override
    public Expression visitOtherwise(RunbookParser.OtherwiseContext context) {
        return binary(context, context.expression(), context.OTHERWISE());
    }

    @Override
    public Expression visitProduct(RunbookParser.ProductContext context) {
        return binary(context, context.expression(), context.getChild(1));
    }

    @Override
    public Expression visitSum(RunbookParser.SumContext context) {
        return binary(context, context.expression(), context.getChild(1));
    }

    @Override
    public Expression visitComparison(RunbookParser.ComparisonContext context) {
        operators.checkChain(context.expression());
        return binary(context, context.expression(), context.comparator().getChild(0));
    }

    @Override
    public Expression visitAnd(RunbookParser.AndContext context) {
        return binary(context, context.expression(), context.getChild(1));
    }

    @Override
    public Expression visitOr(RunbookParser.OrContext context) {
        return binary(context, context.expression(), context.getChild(1));
    }

    private Expression binary(ExpressionContext context, List<ExpressionContext> operands,
            ParseTree sign) {
        var token = ((TerminalNode) sign).getSymbol();
        var operator = operators.of(token, context);
        operands.forEach(operand -> operators.checkOperand(operand, operator));
        return new Binary(operator, expression(operands.get(0)), expression(operands.get(1)), findings.span(token),
                findings.span(context));
    }

    @Override
    public Expression visitNegation(RunbookParser.NegationContext context) {
        operators.checkNegated(context.expression());
        return new Negation(expression(context.expression()), findings.span(context));
    }

    @Override
    public Expression visitNot(RunbookParser.NotContext context) {
        operators.checkNot(context.getStart(), context.expression());
        return new Not(expression(context.expression()), findings.span(context));
    }

    @Override
    public Expression visitConditional(RunbookParser.ConditionalContext context) {
        return conditional(context.getStart(), context.expression());
    }

    Expression conditional(Token start, List<ExpressionContext> parts) {
        return new Conditional(expression(parts.get(0)), expression(parts.get(1)), expression(parts.get(2)),
                findings.span(start, parts.get(2).getStop()));
    }

    @Override
    public Expression visitParenthesized(RunbookParser.ParenthesizedContext context) {
        return expression(context.expression());
    }

    @Override
    public Expression visitList(RunbookParser.ListContext context) {
        return context.comprehension() == null
                ? new ListLiteral(context.expression().stream().map(this::expression).toList(),
                        findings.span(context))
                : comprehension(context, context.comprehension());
    }

    private Expression comprehension(RunbookParser.ListContext context, RunbookParser.ComprehensionContext loop) {
        var condition = optional(loop.expression().size() > 1 ? loop.expression(1) : null);
        return new Comprehension(expression(context.expression(0)), names.name(loop.name()),
                expression(loop.expression(0)), condition, findings.span(context));
    }

    @Override
    public Expression visitLiteralExpression(RunbookParser.LiteralExpressionContext context) {
        return literals.literal(context.literal());
    }

    @Override
    public Expression visitTextExpression(RunbookParser.TextExpressionContext context) {
        return texts.text(context.text());
    }
}
