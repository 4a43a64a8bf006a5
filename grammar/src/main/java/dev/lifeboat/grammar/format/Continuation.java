package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.parser.RunbookLexer;
import dev.lifeboat.grammar.parser.TokenSet;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CommonToken;

/** How far the further lines of a statement are indented: once, and once more for each line that left brackets open. */
final class Continuation {

    private static final TokenSet OPENING = TokenSet.of(RunbookLexer.LPAREN, RunbookLexer.LBRACKET);
    private static final TokenSet CLOSING = TokenSet.of(RunbookLexer.RPAREN, RunbookLexer.RBRACKET);

    private int base;
    /** The lines on which the open brackets stand. */
    private final Deque<Integer> lines = new ArrayDeque<>();

    /** A new statement, or another part that has its place of its own. */
    void from(int indent) {
        base = indent;
    }

    int indent(CommonToken token) {
        if (!CLOSING.has(token) || lines.isEmpty()) {
            return base + Math.max(1, (int) lines.stream().distinct().count());
        }
        var line = lines.peek();
        return base + (int) lines.stream().filter(other -> other < line).distinct().count();
    }

    void pass(CommonToken token, int line) {
        if (OPENING.has(token)) {
            lines.push(line);
        } else if (CLOSING.has(token)) {
            lines.poll();
        }
    }
}
