package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.format.Spot.Gap;
import dev.lifeboat.grammar.parser.RunbookParser;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Says where the tokens of a file stand. */
final class Layout {

    private final Map<Integer, Spot> spots = new HashMap<>();
    private final Map<Integer, Integer> padding = new HashMap<>();
    private final BitSet tight = new BitSet();

    private Layout() {}

    static Layout of(RunbookParser.SourceFileContext file) {
        var layout = new Layout();
        layout.walk(file, 0);
        return layout;
    }

    /** Empty for tokens within expressions, which stay on the line on which they were. */
    Optional<Spot> spot(Token token) {
        return Optional.ofNullable(spots.get(token.getTokenIndex()));
    }

    /** How many blanks more than one stand before the token, so that columns are straight. */
    int padding(Token token) {
        return padding.getOrDefault(token.getTokenIndex(), 0);
    }

    /** Whether the token belongs to the one before it, as the bracket of a call does. */
    boolean isTight(Token token) {
        return tight.get(token.getTokenIndex());
    }

    private void walk(ParseTree tree, int depth) {
        switch (tree) {
            case RunbookParser.RunbookHeadContext head -> head(head);
            case RunbookParser.RunbookFileContext runbook -> {
                line(runbook.runbookHead(), 0, Gap.ALLOWED);
                walk(runbook.runbookHead(), 0);
                parts(runbook.topLevel());
            }
            case RunbookParser.LibraryFileContext library -> {
                line(library.libraryHead(), 0, Gap.ALLOWED);
                parts(library.topLevel());
            }
            case RunbookParser.LadderContext ladder -> ladder(ladder, depth);
            case RunbookParser.ProcedureContext procedure -> procedure(procedure);
            case RunbookParser.PhaseContext phase -> phase(phase);
            case RunbookParser.StepContext step -> step(step, depth);
            case RunbookParser.ManualContext manual -> manual(manual, depth);
            case RunbookParser.PerformContext perform -> perform(perform, depth);
            case RunbookParser.ParallelItemContext item -> items(item.parallelHead().LBRACE(), item.items().item(),
                    item.RBRACE(), depth, Gap.NONE);
            case RunbookParser.ForEachItemContext item -> forEach(item, depth);
            case RunbookParser.BlockContext block -> braces(block.LBRACE(), block.statement(), block.RBRACE(), depth);
            case RunbookParser.MatchStatementContext match -> {
                braces(match.LBRACE(), match.matchCase(), match.RBRACE(), depth);
                walk(match.expression(), depth);
            }
            case RunbookParser.ElseBranchContext branch -> {
                join(branch.getStart(), depth);
                children(branch, depth);
            }
            default -> tokens(tree, depth);
        }
    }

    private void children(ParseTree tree, int depth) {
        for (var index = 0; index < tree.getChildCount(); index++) {
            walk(tree.getChild(index), depth);
        }
    }

    /** What belongs to the token before it, whatever it stands in. */
    private void tokens(ParseTree tree, int depth) {
        switch (tree) {
            case RunbookParser.ArgumentsContext arguments -> tight.set(arguments.getStart().getTokenIndex());
            case RunbookParser.ParametersContext parameters -> tight.set(parameters.getStart().getTokenIndex());
            case RunbookParser.IndexContext index -> tight.set(index.LBRACKET().getSymbol().getTokenIndex());
            case RunbookParser.NegationContext negation -> negated(negation);
            case RunbookParser.TemplateBodyContext body -> join(body.getStart(), depth);
            default -> {
            }
        }
        children(tree, depth);
    }

    /** Two minus signs in a row would begin what SQL takes for a comment. */
    private void negated(RunbookParser.NegationContext negation) {
        var operand = negation.expression().getStart();
        tight.set(operand.getTokenIndex(), operand.getType() != RunbookParser.MINUS);
    }

    private void head(RunbookParser.RunbookHeadContext head) {
        join(head.text().getStart(), 0);
        head.headerClause().forEach(clause -> line(clause, 1, Gap.NONE));
        var words = head.headerClause().stream().map(Columns::lastWord).toList();
        padding.putAll(Columns.behind(words));
        children(head, 1);
    }

    private void parts(List<RunbookParser.TopLevelContext> parts) {
        for (var index = 0; index < parts.size(); index++) {
            var isAlike = index > 0 && Blanks.areAlike(parts.get(index - 1), parts.get(index));
            line(parts.get(index), 0, isAlike ? Gap.ALLOWED : Gap.REQUIRED);
            walk(parts.get(index), 0);
        }
    }

    private void ladder(RunbookParser.LadderContext ladder, int depth) {
        braces(ladder.LBRACE(), ladder.rung(), ladder.RBRACE(), depth);
        if (!isFlat(ladder.LBRACE(), ladder.RBRACE())) {
            padding.putAll(Columns.behind(ladder.rung().stream().map(rung -> rung.duration().getStart()).toList()));
        }
    }

    private void procedure(RunbookParser.ProcedureContext procedure) {
        var head = procedure.procedureHead();
        walk(head.parameters(), 0);
        join(head.text().getStart(), 0);
        walk(head.text(), 0);
        items(head.LBRACE(), procedure.procedureLine(), procedure.RBRACE(), 0, Gap.NONE);
    }

    private void phase(RunbookParser.PhaseContext phase) {
        var head = phase.phaseHead();
        var isBroken = clauses(head.text(), head.phaseClause(), 0);
        items(head.LBRACE(), phase.items().item(), phase.RBRACE(), 0, Gap.ALLOWED);
        openBrace(head.LBRACE().getSymbol(), isBroken, 0);
        join(head.text().getStart(), 0);
        walk(head.text(), 0);
    }

    private void forEach(RunbookParser.ForEachItemContext item, int depth) {
        var head = item.forEachHead();
        walk(head.expression(), depth);
        var isBroken = clauses(head.expression(), head.repeatLimit(), depth);
        items(head.LBRACE(), item.items().item(), item.RBRACE(), depth, Gap.NONE);
        openBrace(head.LBRACE().getSymbol(), isBroken, depth);
    }

    private void step(RunbookParser.StepContext step, int depth) {
        var isBroken = clauses(step.text(), step.stepClause(), depth);
        join(step.text().getStart(), depth);
        walk(step.text(), depth);
        if (step.block() != null) {
            walk(step.block(), depth);
            openBrace(step.block().getStart(), isBroken, depth);
        }
        handlers(step.handler(), depth);
    }

    private void manual(RunbookParser.ManualContext manual, int depth) {
        clauses(manual.text(), manual.stepClause(), depth);
        join(manual.text().getStart(), depth);
        walk(manual.text(), depth);
        handlers(manual.handler(), depth);
    }

    private void perform(RunbookParser.PerformContext perform, int depth) {
        clauses(perform.name(1), perform.stepClause(), depth);
        walk(perform.arguments(), depth);
        handlers(perform.handler(), depth);
    }

    /** Clauses stand on the line of their head, or each on its own as soon as one does. */
    private boolean clauses(ParserRuleContext before, List<? extends ParserRuleContext> clauses, int depth) {
        var isBroken = false;
        var last = before;
        for (var clause : clauses) {
            isBroken |= clause.getStart().getLine() > last.getStop().getLine();
            last = clause;
        }
        for (var clause : clauses) {
            put(clause.getStart(), isBroken ? Spot.line(depth + 1, Gap.NONE) : Spot.join(depth + 1));
            walk(clause, depth + 1);
        }
        return isBroken;
    }

    private void openBrace(Token brace, boolean isBroken, int depth) {
        put(brace, isBroken ? Spot.line(depth, Gap.NONE) : Spot.join(depth));
    }

    private void handlers(List<RunbookParser.HandlerContext> handlers, int depth) {
        for (var handler : handlers) {
            line(handler, depth, Gap.NONE);
            walk(handler, depth);
        }
    }

    private void items(TerminalNode open, List<? extends ParserRuleContext> items, TerminalNode close, int depth,
            Gap first) {
        join(open.getSymbol(), depth);
        contents(items, depth, first);
        put(close.getSymbol(), items.isEmpty() ? Spot.join(depth) : Spot.line(depth, Gap.NONE));
    }

    private void braces(TerminalNode open, List<? extends ParserRuleContext> contents, TerminalNode close, int depth) {
        join(open.getSymbol(), depth);
        if (isFlat(open, close)) {
            contents.forEach(content -> join(content.getStart(), depth + 1));
            contents.forEach(content -> walk(content, depth + 1));
        } else {
            contents(contents, depth, Gap.NONE);
        }
        var isShort = isFlat(open, close) || contents.isEmpty();
        put(close.getSymbol(), isShort ? Spot.join(depth) : Spot.line(depth, Gap.NONE));
    }

    private void contents(List<? extends ParserRuleContext> contents, int depth, Gap first) {
        var gap = first;
        for (var content : contents) {
            line(content, depth + 1, gap);
            walk(content, depth + 1);
            gap = Gap.ALLOWED;
        }
    }

    private static boolean isFlat(TerminalNode open, TerminalNode close) {
        return open.getSymbol().getLine() == close.getSymbol().getLine();
    }

    private void line(ParserRuleContext context, int indent, Gap gap) {
        put(context.getStart(), Spot.line(indent, gap));
    }

    private void join(Token token, int indent) {
        put(token, Spot.join(indent));
    }

    private void put(Token token, Spot spot) {
        spots.put(token.getTokenIndex(), spot);
    }
}
