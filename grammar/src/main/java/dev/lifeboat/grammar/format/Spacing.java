package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.parser.RunbookLexer;
import dev.lifeboat.grammar.parser.TokenSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** Which tokens have a blank between them. Within texts there is none that the author did not write. */
final class Spacing {

    private static final TokenSet OPENS_VALUE = TokenSet.of(RunbookLexer.INTERPOLATION, RunbookLexer.INTERPOLATION_IF,
            RunbookLexer.INTERPOLATION_ELSE, RunbookLexer.INTERPOLATION_FOR, RunbookLexer.INTERPOLATION_END);
    private static final TokenSet NOTHING_BEHIND = TokenSet.spelled("( [ .").and(OPENS_VALUE);
    private static final TokenSet NOTHING_BEFORE = TokenSet.spelled(") ] , . :");
    private static final TokenSet NUMBERS = TokenSet.of(RunbookLexer.INT, RunbookLexer.DECIMAL, RunbookLexer.DURATION,
            RunbookLexer.SIZE);

    /** What is open: a block, a text on one line, a value within one of them. */
    private enum Open {
        BLOCK, TEXT, VALUE
    }

    private final List<CommonToken> tokens;
    private final Layout layout;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<BlockText> blocks = new ArrayDeque<>();

    Spacing(List<CommonToken> tokens, Layout layout) {
        this.tokens = tokens;
        this.layout = layout;
    }

    boolean isApart(CommonToken before, CommonToken token) {
        return !inText() && !closesValue(token) && !NOTHING_BEHIND.has(before) && !NOTHING_BEFORE.has(token)
                && !layout.isTight(token) || isFieldOfNumber(before, token);
    }

    /** `5.t` would be one word, and a wrong one. */
    private boolean isFieldOfNumber(CommonToken before, CommonToken token) {
        return !inText() && NUMBERS.has(before) && token.getType() == RunbookLexer.DOT;
    }

    boolean mayBreak(CommonToken token) {
        return !inText() && !open.contains(Open.VALUE);
    }

    private boolean inText() {
        return open.peek() == Open.TEXT || open.peek() == Open.BLOCK;
    }

    private boolean closesValue(CommonToken token) {
        return token.getType() == RunbookLexer.RBRACE && open.peek() == Open.VALUE;
    }

    /** The text of the token, and what is open behind it. */
    String text(CommonToken token, int margin) {
        var text = open.peek() == Open.BLOCK ? blocks.peek().write(token) : token.getText();
        if (OPENS_VALUE.has(token)) {
            open.push(Open.VALUE);
        } else if (closesValue(token)) {
            open.pop();
        } else {
            openOrClose(token, margin);
        }
        return text;
    }

    private void openOrClose(CommonToken token, int margin) {
        switch (token.getType()) {
            case RunbookLexer.TEXT_OPEN -> open.push(Open.TEXT);
            case RunbookLexer.TEXT_CLOSE -> open.pop();
            case RunbookLexer.BLOCK_OPEN -> {
                open.push(Open.BLOCK);
                blocks.push(BlockText.at(tokens, token.getTokenIndex(), margin));
            }
            case RunbookLexer.BLOCK_CLOSE -> {
                open.pop();
                blocks.pop();
            }
            default -> {
            }
        }
    }
}
