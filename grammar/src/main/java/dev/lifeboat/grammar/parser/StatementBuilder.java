package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.Message;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.grammar.tree.Statement.Answer;
import dev.lifeboat.grammar.tree.Statement.Policy;
import dev.lifeboat.grammar.tree.TemplateUse;
import java.util.ArrayList;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/** Builds statements and blocks. */
final class StatementBuilder extends RunbookParserBaseVisitor<Statement> {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final NameBuilder names;

    StatementBuilder(Findings findings, ExpressionBuilder expressions) {
        this.findings = findings;
        this.expressions = expressions;
        this.names = expressions.names();
    }

    Block block(RunbookParser.BlockContext context) {
        return new Block(context.statement().stream().map(this::statement).toList(), findings.span(context));
    }

    Statement statement(RunbookParser.StatementContext context) {
        return context.accept(this);
    }

    TemplateUse templateUse(RunbookParser.TemplateUseContext context) {
        return new TemplateUse(names.name(context.name()), expressions.arguments(context.arguments()),
                findings.span(context));
    }

    private Text text(RunbookParser.TextContext context) {
        return expressions.texts().text(context);
    }

    @Override
    public Statement visitChildren(RuleNode node) {
        throw new IllegalStateException("No statement is built from " + node.getClass().getSimpleName());
    }

    @Override
    public Statement visitLetStatement(RunbookParser.LetStatementContext context) {
        return new Statement.Let(names.name(context.name()), names.optionalType(context.typeName()),
                expressions.expression(context.expression()), findings.span(context));
    }

    @Override
    public Statement visitCallStatement(RunbookParser.CallStatementContext context) {
        var call = new BuiltinCall(names.name(context.NAME().getSymbol()), names.name(context.name()),
                expressions.arguments(context.arguments()), findings.span(context));
        return new Statement.Call(call, call.span());
    }

    @Override
    public Statement visitIfStatement(RunbookParser.IfStatementContext context) {
        var branches = new ArrayList<Statement.Branch>();
        branches.add(branch(context, context.expression(), context.block()));
        Optional<Block> otherwise = Optional.empty();
        for (var next : context.elseBranch()) {
            checkLast(next, otherwise.isPresent());
            if (next.expression() == null) {
                otherwise = Optional.of(block(next.block()));
            } else {
                branches.add(branch(next, next.expression(), next.block()));
            }
        }
        return new Statement.If(branches, otherwise, findings.span(context));
    }

    private Statement.Branch branch(ParserRuleContext context,
            RunbookParser.ExpressionContext condition, RunbookParser.BlockContext block) {
        var span = findings.span(context.getStart(), block.getStop());
        return new Statement.Branch(expressions.expression(condition), block(block), span);
    }

    private void checkLast(ParserRuleContext branch, boolean isBehindElse) {
        if (isBehindElse) {
            findings.error(SyntaxCode.MISPLACED, findings.span(branch.getStart()), "Nothing comes after `else`.");
        }
    }

    @Override
    public Statement visitMatchStatement(RunbookParser.MatchStatementContext context) {
        var cases = new ArrayList<Statement.Case>();
        Optional<Block> otherwise = Optional.empty();
        for (var next : context.matchCase()) {
            checkLast(next, otherwise.isPresent());
            switch (next) {
                case RunbookParser.ConstantsCaseContext constants -> cases.add(matchCase(constants));
                case RunbookParser.ElseCaseContext last -> otherwise = Optional.of(block(last.block()));
                default -> throw new IllegalStateException("No case: " + next.getText());
            }
        }
        return new Statement.Match(expressions.expression(context.expression()), cases, otherwise,
                findings.span(context));
    }

    private Statement.Case matchCase(RunbookParser.ConstantsCaseContext context) {
        var constants = context.CONSTANT().stream().map(node -> new Name(node.getText(), findings.span(node))).toList();
        return new Statement.Case(constants, block(context.block()), findings.span(context));
    }

    @Override
    public Statement visitForStatement(RunbookParser.ForStatementContext context) {
        return new Statement.For(names.name(context.name()), expressions.expression(context.expression()),
                block(context.block()), findings.span(context));
    }

    @Override
    public Statement visitWaitStatement(RunbookParser.WaitStatementContext context) {
        return switch (context.waiting()) {
            case RunbookParser.WaitingForContext wait -> new Statement.Wait(expressions.expression(wait.expression()),
                    findings.span(context));
            case RunbookParser.WaitingUntilContext wait -> waitUntil(context, wait);
            default -> throw new IllegalStateException("No wait: " + context.getText());
        };
    }

    private Statement waitUntil(RunbookParser.WaitStatementContext context, RunbookParser.WaitingUntilContext wait) {
        return new Statement.WaitUntil(expressions.expression(wait.expression(0)),
                expressions.expression(wait.expression(1)), expressions.expression(wait.expression(2)),
                Optional.ofNullable(wait.stall()).map(this::stall), findings.span(context));
    }

    private Statement.Stall stall(RunbookParser.StallContext context) {
        return new Statement.Stall(expressions.expression(context.expression(0)),
                expressions.expression(context.expression(1)), findings.span(context));
    }

    @Override
    public Statement visitRequireStatement(RunbookParser.RequireStatementContext context) {
        return new Statement.Require(expressions.expression(context.expression()),
                expressions.texts().optional(context.text()), findings.span(context));
    }

    @Override
    public Statement visitNotifyStatement(RunbookParser.NotifyStatementContext context) {
        return new Statement.Notify(names.roles(context.roles()), context.name().stream().map(names::name).toList(),
                message(context.message()), findings.span(context));
    }

    private Message message(RunbookParser.MessageContext context) {
        return switch (context) {
            case RunbookParser.TextMessageContext literal -> new Message.Literal(text(literal.text()),
                    findings.span(literal));
            case RunbookParser.TemplateMessageContext template -> templateUse(template.templateUse());
            default -> throw new IllegalStateException("No message: " + context.getText());
        };
    }

    @Override
    public Statement visitEscalateStatement(RunbookParser.EscalateStatementContext context) {
        return new Statement.EscalateTo(names.role(context.role()), text(context.text()), findings.span(context));
    }

    @Override
    public Statement visitServiceLevelStatement(RunbookParser.ServiceLevelStatementContext context) {
        return new Statement.ServiceLevel(expressions.literals().count(context.count()), text(context.text()),
                findings.span(context));
    }

    @Override
    public Statement visitReachedStatement(RunbookParser.ReachedStatementContext context) {
        return new Statement.Reached(names.name(context.name()), findings.span(context));
    }

    @Override
    public Statement visitAskStatement(RunbookParser.AskStatementContext context) {
        return new Statement.Ask(names.name(context.name()), answer(context.answer()), text(context.text()),
                findings.span(context));
    }

    private Answer answer(RunbookParser.AnswerContext context) {
        var span = findings.span(context);
        return switch (context) {
            case RunbookParser.TypedAnswerContext type -> new Answer.OfType(names.type(type.typeName()), span);
            case RunbookParser.OneAnswerContext one -> new Answer.OneOf(expressions.expression(one.expression()), span);
            case RunbookParser.ManyAnswerContext many -> new Answer.ManyOf(expressions.expression(many.expression()),
                    span);
            default -> throw new IllegalStateException("No answer: " + context.getText());
        };
    }

    @Override
    public Statement visitPointOfNoReturnStatement(RunbookParser.PointOfNoReturnStatementContext context) {
        return new Statement.PointOfNoReturn(text(context.text()), findings.span(context));
    }

    @Override
    public Statement visitSkipStatement(RunbookParser.SkipStatementContext context) {
        return new Statement.Skip(text(context.text()), findings.span(context));
    }

    @Override
    public Statement visitFinishStatement(RunbookParser.FinishStatementContext context) {
        return new Statement.Finish(text(context.text()), findings.span(context));
    }

    @Override
    public Statement visitFailStatement(RunbookParser.FailStatementContext context) {
        return new Statement.Fail(text(context.text()), findings.span(context));
    }

    @Override
    public Policy visitContinuePolicy(RunbookParser.ContinuePolicyContext context) {
        return new Policy.Continue(findings.span(context));
    }

    @Override
    public Policy visitRollbackPolicy(RunbookParser.RollbackPolicyContext context) {
        return new Policy.Rollback(Optional.ofNullable(context.name()).map(names::name), findings.span(context));
    }

    @Override
    public Policy visitPausePolicy(RunbookParser.PausePolicyContext context) {
        return new Policy.Pause(findings.span(context));
    }

    @Override
    public Policy visitStopPolicy(RunbookParser.StopPolicyContext context) {
        return new Policy.Stop(findings.span(context));
    }

    @Override
    public Policy visitRetryPolicy(RunbookParser.RetryPolicyContext context) {
        return new Policy.Retry(expressions.literals().count(context.count()), findings.span(context));
    }
}
