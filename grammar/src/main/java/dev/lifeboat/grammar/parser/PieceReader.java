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
    private final FileBuilder builder;
    private final List<Diagnostic> diagnostics;
    /** The heads whose braces are open. */
    private final Deque<CommonToken> open = new ArrayDeque<>();
    private int at;
    private boolean inHeader = true;
    /** Braces that may be too many, because a piece with an error left that many open. */
    private int forgiven;
    private boolean isDamaged;

    PieceReader(RunbookParser parser, SyntaxMessages messages, FileBuilder builder, Findings findings) {
        this.tokens = messages.tokens();
        this.parser = parser;
        this.messages = messages;
        this.builder = builder;
        this.diagnostics = findings.diagnostics();
    }

    void read() {
        if (!FILES.has(tokens.getFirst())) {
            fail(0, new SyntaxError(tokens.getFirst(), expectedHere(), null));
        }
        while (type(at) != Token.EOF) {
            switch (type(at)) {
                case RunbookLexer.NEWLINE -> at++;
                case RunbookLexer.RBRACE -> close();
                default -> piece();
            }
        }
        if (!open.isEmpty() && !isDamaged) {
            unclosed(tokens.get(at), open.peek());
        }
    }

    private int type(int index) {
        return tokens.get(index).getType();
    }

    private void close() {
        if (open.poll() == null && --forgiven < 0) {
            diagnostics.add(Diagnostic.error(SyntaxCode.BRACE, "Found `}`, but no `{` is open here.",
                    messages.span(tokens.get(at))));
            forgiven = 0;
        }
        at++;
        var end = Expectation.first(RunbookParser.RULE_pieceEnd);
        if (!end.contains(type(at))) {
            diagnostics.add(messages.of(new SyntaxError(tokens.get(at), IntervalSet.of(RunbookLexer.NEWLINE), null)));
        }
    }

    private void piece() {
        var start = at;
        try {
            checkLevel();
            parser.reset();
            parser.getInputStream().seek(start);
            var piece = parser.piece();
            at = end(piece);
            if (Resumption.isHead(tokens, start)) {
                open.push(tokens.get(start));
            }
            builder.piece(piece);
            inHeader &= Resumption.isHeader(tokens, start);
            skipBehindUnclosedText(start);
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
    private void skipBehindUnclosedText(int start) {
        if (type(Math.max(start, at - 2)) == RunbookLexer.UNCLOSED_TEXT) {
            var from = Resumption.after(tokens, start, at, open.isEmpty());
            at = from.index();
            isDamaged |= from.balance() != 0;
        }
    }

    /** What begins no piece, a phase in a phase, a step outside of one. */
    private void checkLevel() {
        var token = tokens.get(at);
        if (!Resumption.isPiece(tokens, at) || FILES.has(token) && at > 0) {
            throw new SyntaxError(token, expectedHere(), null);
        }
        if (Resumption.isTopLevel(tokens, at) && !open.isEmpty()) {
            if (!isDamaged) {
                unclosed(token, open.peek());
            }
            open.clear();
        } else if (Resumption.isItem(tokens, at) && open.isEmpty() && !isDamaged) {
            diagnostics.add(Diagnostic.error(SyntaxCode.MISPLACED,
                    "`" + token.getText() + "` stands outside of a phase.", messages.span(token)));
            isDamaged = true;
        }
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

    private void unclosed(CommonToken found, CommonToken head) {
        diagnostics.add(Diagnostic
                .error(SyntaxCode.BRACE, "Found " + SyntaxMessages.quote(found) + ", expected `}`.",
                        messages.span(found))
                .label(messages.span(head), "its `{` is still open"));
    }

    private void fail(int start, SyntaxError error) {
        diagnostics.add(UnclosedText.within(start, error.found().getTokenIndex(), messages.positions(), tokens)
                .orElseGet(() -> messages.of(error)));
        var from = Resumption.after(tokens, start, error.found().getTokenIndex(), open.isEmpty());
        at = from.index();
        isDamaged |= from.balance() != (Resumption.isHead(tokens, start) ? 1 : 0);
        if (Resumption.isHead(tokens, start)) {
            open.push(tokens.get(start));
        } else if (from.balance() > 0) {
            forgiven += from.balance();
        }
        for (var count = from.balance(); count < 0; count++) {
            open.poll();
        }
    }
}
