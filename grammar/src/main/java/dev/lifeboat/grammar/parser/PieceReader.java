package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Reads a file that has errors piece by piece: heads of phases, steps, declarations. An error ends its piece, and
 * reading goes on with the next one, so that each mistake is told and none is told twice.
 */
final class PieceReader {

    private final List<CommonToken> tokens;
    private final RunbookParser parser;
    private final SyntaxMessages messages;
    private final FileBuilder builder;
    private final List<Diagnostic> diagnostics;
    private final Deque<CommonToken> open = new ArrayDeque<>();
    private int at;
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
        } catch (SyntaxError error) {
            diagnostics.add(messages.of(error));
            resume(start, error.found().getTokenIndex());
        }
    }

    /** A brace that ends a piece belongs to what the piece stands in. */
    private int end(RunbookParser.PieceContext piece) {
        var last = piece.getChild(piece.getChildCount() - 1);
        var isBrace = last instanceof RunbookParser.PieceEndContext end
                && end.getStart().getType() == RunbookLexer.RBRACE;
        return parser.getInputStream().index() - (isBrace ? 1 : 0);
    }

    /** A phase in a phase, a step outside of one: said once, and then the file is taken as it is. */
    private void checkLevel() {
        if (Resumption.isTopLevel(tokens, at) && !open.isEmpty()) {
            if (!isDamaged) {
                unclosed(tokens.get(at), open.peek());
            }
            open.clear();
        } else if (Resumption.isItem(tokens, at) && open.isEmpty() && !isDamaged) {
            var word = tokens.get(at).getText();
            diagnostics.add(Diagnostic.error(SyntaxCode.MISPLACED, "`" + word + "` stands outside of a phase.",
                    messages.span(tokens.get(at))));
            isDamaged = true;
        }
    }

    private void unclosed(CommonToken found, CommonToken head) {
        diagnostics.add(Diagnostic
                .error(SyntaxCode.BRACE, "Found " + SyntaxMessages.quote(found) + ", expected `}`.",
                        messages.span(found))
                .label(messages.span(head), "its `{` is still open"));
    }

    private void resume(int start, int failed) {
        var from = Resumption.after(tokens, start, failed, open.isEmpty());
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
