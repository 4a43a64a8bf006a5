package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.parser.RunbookParser.ExpressionContext;
import org.antlr.v4.runtime.RuleContext;

/** Tells where an expression decides something: there `=` can only have been meant to compare. */
final class Conditions {

    private Conditions() {}

    static boolean isOne(ExpressionContext expression) {
        return switch ((RuleContext) expression.getParent()) {
            case RunbookParser.AndContext and -> isOne(and);
            case RunbookParser.OrContext or -> isOne(or);
            case RunbookParser.NotContext not -> isOne(not);
            case RunbookParser.ParenthesizedContext inside -> isOne(inside);
            case RunbookParser.ConditionalContext choice -> choice.expression(0) == expression;
            case RunbookParser.ComprehensionContext loop -> loop.expression().indexOf(expression) == 1;
            case RunbookParser.WaitingUntilContext wait -> wait.expression(0) == expression;
            case RunbookParser.RequireStatementContext require -> true;
            case RunbookParser.IfStatementContext choice -> true;
            case RunbookParser.ElseBranchContext branch -> true;
            case RunbookParser.WhenClauseContext clause -> true;
            case RunbookParser.PhaseWhenClauseContext clause -> true;
            case RunbookParser.TemplateIfPartContext part -> true;
            case null, default -> false;
        };
    }
}
