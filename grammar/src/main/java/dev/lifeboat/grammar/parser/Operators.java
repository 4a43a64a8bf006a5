package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.parser.RunbookParser.ExpressionContext;
import dev.lifeboat.grammar.tree.Operator;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Knows the operators, those of SQL that are none here, and what needs parentheses because it would surprise. */
record Operators(Findings findings) {

    /** @param within the operands with their operator */
    Operator of(Token token, ExpressionContext within) {
        return switch (token.getType()) {
            case RunbookLexer.OTHERWISE -> Operator.OTHERWISE;
            case RunbookLexer.STAR -> Operator.MULTIPLY;
            case RunbookLexer.SLASH -> Operator.DIVIDE;
            case RunbookLexer.PLUS -> Operator.ADD;
            case RunbookLexer.MINUS -> Operator.SUBTRACT;
            case RunbookLexer.EQUAL -> Operator.EQUAL;
            case RunbookLexer.NOT_EQUAL -> Operator.NOT_EQUAL;
            case RunbookLexer.LESS -> Operator.LESS;
            case RunbookLexer.LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case RunbookLexer.GREATER -> Operator.GREATER;
            case RunbookLexer.GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case RunbookLexer.IN -> Operator.IN;
            case RunbookLexer.AND -> Operator.AND;
            case RunbookLexer.OR -> Operator.OR;
            case RunbookLexer.ASSIGN -> habit(token, Operator.EQUAL, "compares nothing: it gives a name to a value",
                    Conditions.isOne(within));
            case RunbookLexer.WRONG_NOT_EQUAL -> habit(token, Operator.NOT_EQUAL, "is no operator", true);
            case RunbookLexer.WRONG_AND -> habit(token, Operator.AND, "is no operator", true);
            case RunbookLexer.WRONG_OR -> habit(token, Operator.OR, "is no operator", true);
            default -> throw new IllegalStateException("No operator: " + token);
        };
    }

    private Operator habit(Token token, Operator meant, String what, boolean beyondDoubt) {
        findings.error(SyntaxCode.HABIT, findings.span(token), "`" + token.getText() + "` " + what + ".",
                Hint.write(token.getText(), meant.symbol()).safeIf(beyondDoubt));
        return meant;
    }

    /** `a < b < c` compares a bool with c, which nobody means. */
    void checkChain(List<ExpressionContext> operands) {
        if (operands.get(0) instanceof RunbookParser.ComparisonContext) {
            findings.error(SyntaxCode.CHAINED, findings.span(operands.get(0).getStart(), operands.get(1).getStop()),
                    "A comparison can't be compared again.", "Write two comparisons with `and` between them.");
        }
    }

    void checkOperand(ExpressionContext operand, Operator operator) {
        var loose = switch (operator) {
            case AND, OR -> operand instanceof RunbookParser.ConditionalContext;
            default -> operand instanceof RunbookParser.ConditionalContext
                    || operand instanceof RunbookParser.NotContext;
        };
        needsParentheses(loose, operand, operator.symbol());
    }

    void checkNegated(ExpressionContext operand) {
        needsParentheses(operand instanceof RunbookParser.ConditionalContext
                || operand instanceof RunbookParser.NotContext, operand, "-");
    }

    /** Elsewhere `!a == b` is `(!a) == b`, here it would be `not (a == b)`. */
    void checkNot(Token not, ExpressionContext operand) {
        if (not.getType() == RunbookLexer.WRONG_NOT) {
            findings.error(SyntaxCode.HABIT, findings.span(not), "`" + not.getText() + "` is no operator.",
                    Hint.write(not.getText(), "not")
                            .safeIf(!not.getText().equals("!")
                                    || !(operand instanceof RunbookParser.ComparisonContext)));
        }
        needsParentheses(operand instanceof RunbookParser.ConditionalContext, operand, "not");
    }

    private void needsParentheses(boolean needs, ExpressionContext operand, String operator) {
        if (needs) {
            findings.error(SyntaxCode.PARENTHESES, findings.span(operand),
                    "`" + operand.getStart().getText() + "` as an operand of `" + operator + "` needs parentheses.",
                    "Write `(" + operand.getStart().getText() + " …)`.");
        }
    }
}
