package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Reads a file that has errors piece by piece: heads of phases, steps, declarations. An error ends its piece, and
 * reading goes on with the next one, so that each mistake is told and none is told twice.
 */
final class PieceReader {

    private static final TokenSet FILES = TokenSet.spelled("runbook library");

    private final List<CommonToken> tokens;
    private final RunbookParser parser;
    private final SyntaxMessages messages;
    private final Remains remains;
    private final Report report;
    /** The heads whose braces are open. */
    private final Deque<CommonToken> open = new ArrayDeque<>();
    private int at;
    private boolean inHeader = true;
    private CommonToken lastClosed;
    /** Whether an error was found since the last beginning of a phase or declaration: which brace is whose is a guess. */
    private boolean isDamaged;

    PieceReader(RunbookParser parser, SyntaxMessages messages, Remains remains, Report report) {
        this.tokens = messages.tokens();
        this.parser = parser;
        this.messages = messages;
        this.remains = remains;
        this.report = report;
    }

    void read() {
        if (!FILES.has(tokens.getFirst())) {
            fail(0, new SyntaxError(tokens.getFirst(), expectedHere(), null));
        }
        while (type(at) != Token.EOF && !report.isFull()) {
            switch (type(at)) {
                case RunbookLexer.NEWLINE -> at++;
                case RunbookLexer.RBRACE -> close();
                default -> piece();
            }
        }
        checkClosed(tokens.get(at));
    }

    private int type(int index) {
        return tokens.get(index).getType();
    }

    private void close() {
        if (!pop() && !isDamaged) {
            report.accept(Diagnostic.error(SyntaxCode.BRACE, "Found `}`, but no `{` is open here.",
                    messages.span(tokens.get(at))));
        }
        lastClosed = tokens.get(at++);
        var isOver = Expectation.first(RunbookParser.RULE_pieceEnd).contains(type(at));
        if (!isOver && tokens.get(at).getLine() == lastClosed.getLine()) {
            report.accept(messages.of(new SyntaxError(tokens.get(at), IntervalSet.of(RunbookLexer.NEWLINE), null)));
        }
    }

    /** @return whether there was something open */
    private boolean pop() {
        var head = open.poll();
        if (head == null) {
            remains.leftOut().misnest();
        } else if (Resumption.isHead(head)) {
            remains.close();
        }
        return head != null;
    }

    private void piece() {
        var start = at;
        try {
            checkLevel();
            parser.reset();
            parser.getInputStream().seek(start);
            var piece = parser.piece();
            at = end(piece);
            take(start);
            inHeader &= Resumption.isHeader(tokens, start);
        } catch (SyntaxError error) {
            fail(start, error);
        }
    }

    /** A brace that ends a piece belongs to what the piece stands in. */
    private int end(RunbookParser.PieceContext piece) {
        var last = piece.getChild(piece.getChildCount() - 1);
        var isBrace = last instanceof RunbookParser.PieceEndContext end
                && end.getStart().getType() == RunbookLexer.RBRACE;
        return parser.getInputStream().index() - (isBrace ? 1 : 0);
    }

    /** A text that is not closed has swallowed the rest of its line, so that nobody knows what the next ones mean. */
    private void take(int start) {
        UnclosedText.within(start, at, messages.positions(), tokens).forEach(report);
        if (type(Math.max(start, at - 2)) == RunbookLexer.UNCLOSED_TEXT) {
            resume(start, at);
            return;
        }
        if (Resumption.isHead(tokens.get(start))) {
            open.push(tokens.get(start));
        }
        remains.keep(start, at);
    }

    /** What begins no piece, a phase in a phase, a step outside of one. */
    private void checkLevel() {
        var token = tokens.get(at);
        var isPiece = Resumption.isPiece(tokens, at) || inHeader && Resumption.isHeaderClause(tokens, at);
        if (!isPiece || FILES.has(token) && at > 0) {
            var error = new SyntaxError(token, expectedHere(), null);
            inHeader |= FILES.has(token);
            throw error;
        }
        if (Resumption.isTopLevel(tokens, at)) {
            checkClosed(token);
            open.clear();
            isDamaged = false;
        } else if (Resumption.isItem(tokens, at) && open.isEmpty()) {
            outside(token);
        }
    }

    private void checkClosed(CommonToken found) {
        if (open.isEmpty()) {
            return;
        }
        remains.leftOut().misnest();
        if (!isDamaged) {
            report.accept(Diagnostic
                    .error(SyntaxCode.BRACE, "Found " + SyntaxMessages.quote(found) + ", expected `}`.",
                            messages.span(found))
                    .label(messages.span(open.peek()), "its `{` is still open"));
        }
    }

    private void outside(CommonToken found) {
        remains.leftOut().misnest();
        if (isDamaged) {
            return;
        }
        isDamaged = true;
        var diagnostic = Diagnostic.error(SyntaxCode.MISPLACED, "`" + found.getText() + "` stands outside of a phase.",
                messages.span(found));
        report.accept(lastClosed == null
                ? diagnostic
                : diagnostic.label(messages.span(lastClosed),
                        "the phase ends here"));
    }

    private IntervalSet expectedHere() {
        if (at == 0) {
            return Expectation.first(RunbookParser.RULE_sourceFile);
        }
        var expected = new IntervalSet();
        if (open.isEmpty()) {
            expected.addAll(Expectation.first(RunbookParser.RULE_topLevel));
            expected.addAll(inHeader ? Expectation.first(RunbookParser.RULE_headerClause) : new IntervalSet());
            return expected;
        }
        expected.addAll(Expectation.first(RunbookParser.RULE_item));
        expected.addAll(Expectation.first(RunbookParser.RULE_stepClause));
        expected.addAll(Expectation.first(RunbookParser.RULE_handler));
        return expected;
    }

    private void fail(int start, SyntaxError error) {
        report.accept(UnclosedText.within(start, error.found().getTokenIndex(), messages.positions(), tokens)
                .stream().findFirst().orElseGet(() -> messages.of(error)));
        resume(start, error.found().getTokenIndex());
    }

    /** Steps stand in something: if the heads that are open don't say so, the piece with the error was one of them. */
    private void resume(int start, int failed) {
        var from = Resumption.after(tokens, start, failed, open.isEmpty());
        at = from.index();
        isDamaged = true;
        var inHead = Resumption.isItem(tokens, at);
        var isHead = Resumption.isHead(tokens.get(start));
        var isOpen = from.balance() > 0 || inHead && isHead;
        remains.leaveOut(start, at, isOpen && isHead);
        if (isOpen) {
            open.push(tokens.get(start));
        }
        if (isOpen && !Resumption.isPiece(tokens, start)) {
            remains.leftOut().misnestLoop();
        }
        if (from.balance() != (isOpen && isHead ? 1 : 0)) {
            remains.leftOut().misnest();
        }
        for (var count = from.balance(); count < 0 && open.size() > (inHead ? 1 : 0); count++) {
            pop();
        }
    }
}
