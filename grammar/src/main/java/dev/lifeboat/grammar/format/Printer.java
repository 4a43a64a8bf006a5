package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.format.Spot.Gap;
import dev.lifeboat.grammar.format.Spot.Place;
import dev.lifeboat.grammar.parser.RunbookLexer;
import dev.lifeboat.grammar.parser.Tokens;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Writes tokens and comments where the layout wants them. */
final class Printer {

    private static final int STEP = 4;

    private final List<CommonToken> tokens;
    private final List<CommonToken> comments;
    private final Layout layout;
    private final StringBuilder out = new StringBuilder();
    private final Spacing spacing;
    private final Continuation continuation = new Continuation();
    private int nextComment;
    private CommonToken last;
    private int lastLine;
    private int lineIndent;
    private int breaks;

    private Printer(Tokens tokens, Layout layout) {
        this.tokens = tokens.list();
        this.comments = tokens.comments();
        this.layout = layout;
        this.spacing = new Spacing(this.tokens, layout);
    }

    static String print(Tokens tokens, Layout layout) {
        var printer = new Printer(tokens, layout);
        tokens.list().forEach(printer::token);
        return printer.out.append('\n').toString();
    }

    private void token(CommonToken token) {
        if (token.getType() == RunbookLexer.NEWLINE) {
            return;
        }
        while (nextComment < comments.size() && comments.get(nextComment).getStartIndex() < token.getStartIndex()) {
            comment(comments.get(nextComment++), token);
        }
        if (token.getType() != Token.EOF) {
            place(token);
            write(token, spacing.text(token, lineIndent + STEP));
        }
    }

    private void place(CommonToken token) {
        var spot = layout.spot(token);
        if (isComment(last) || breaks(token, spot)) {
            breakLine(token.getLine(), indent(token, spot), gap(spot));
        } else if (last != null && spacing.isApart(last, token)) {
            out.append(" ".repeat(1 + layout.padding(token)));
        }
        spot.ifPresent(where -> continuation.from(where.indent()));
        continuation.pass(token, breaks);
    }

    private boolean breaks(CommonToken token, Optional<Spot> spot) {
        return spot.map(where -> where.place() == Place.LINE)
                .orElseGet(() -> last != null && token.getLine() > lastLine && spacing.mayBreak(token));
    }

    private int indent(CommonToken token, Optional<Spot> spot) {
        return spot.map(Spot::indent).orElseGet(() -> continuation.indent(token)) * STEP;
    }

    private Gap gap(Optional<Spot> spot) {
        var wanted = spot.map(Spot::gap).orElse(Gap.NONE);
        return isComment(last) && wanted == Gap.REQUIRED ? Gap.ALLOWED : wanted;
    }

    /** A comment on a line of its own belongs to what follows; another one to what stands before it. */
    private void comment(CommonToken comment, CommonToken next) {
        if (last != null && comment.getLine() == lastLine) {
            out.append("  ");
        } else {
            breakLine(comment.getLine(), commentIndent(next), commentGap(next));
        }
        write(comment, comment.getText().stripTrailing());
    }

    private int commentIndent(CommonToken next) {
        var closes = next.getType() == RunbookLexer.RBRACE && layout.spot(next).isPresent();
        return next.getType() == Token.EOF ? 0 : indent(next, layout.spot(next)) + (closes ? STEP : 0);
    }

    private Gap commentGap(CommonToken next) {
        var spot = layout.spot(next);
        var wanted = spot.map(Spot::gap).orElse(Gap.NONE);
        var opens = last != null && last.getType() == RunbookLexer.LBRACE;
        if (isComment(last) || opens) {
            return opens && wanted == Gap.NONE ? Gap.NONE : Gap.ALLOWED;
        }
        return wanted == Gap.REQUIRED ? Gap.REQUIRED : Gap.ALLOWED;
    }

    private static boolean isComment(CommonToken token) {
        return token != null && token.getType() == RunbookLexer.COMMENT;
    }

    private void breakLine(int line, int indent, Gap gap) {
        lineIndent = indent;
        breaks++;
        if (last == null) {
            return;
        }
        var isApart = switch (gap) {
            case NONE -> false;
            case ALLOWED -> line > lastLine + 1;
            case REQUIRED -> true;
        };
        out.append(isApart ? "\n\n" : "\n").append(" ".repeat(indent));
    }

    private void write(CommonToken token, String text) {
        out.append(text);
        last = token;
        lastLine = token.getLine() + (int) token.getText().chars().filter(character -> character == '\n').count();
    }
}
