package dev.lifeboat.grammar.parser;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/** Finds the bracket that is still open at a token. */
final class Openings {

    private static final TokenSet BRACKETS_OPEN = TokenSet.spelled("( [");
    private static final TokenSet BRACKETS_CLOSE = TokenSet.spelled(") ]");
    private static final TokenSet BRACES_OPEN = Brackets.INTERPOLATIONS.and(RunbookLexer.LBRACE);
    private static final TokenSet BRACES_CLOSE = TokenSet.of(RunbookLexer.RBRACE);

    private static final TokenSet TEXTS_OPEN = TokenSet.of(RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN);
    private static final TokenSet TEXTS_CLOSE = TokenSet.of(RunbookLexer.TEXT_CLOSE, RunbookLexer.BLOCK_CLOSE,
            RunbookLexer.UNCLOSED_TEXT);

    private Openings() {}

    /** The innermost parenthesis or square bracket that is open before the token, within its line or statement. */
    static Optional<CommonToken> bracketBefore(List<CommonToken> tokens, int index) {
        var closed = 0;
        for (var at = index - 1; at >= 0 && isWithinStatement(tokens.get(at)); at--) {
            var token = tokens.get(at);
            closed += BRACKETS_CLOSE.has(token) ? 1 : 0;
            if (BRACKETS_OPEN.has(token) && closed-- == 0) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithinStatement(CommonToken token) {
        return token.getType() != RunbookLexer.NEWLINE && token.getType() != RunbookLexer.LBRACE
                && token.getType() != RunbookLexer.RBRACE;
    }

    /** The last token of the text that begins at the token. */
    static CommonToken textEnd(List<CommonToken> tokens, int index) {
        var open = 0;
        for (var at = index; at < tokens.size(); at++) {
            open += TEXTS_OPEN.has(tokens.get(at)) ? 1 : 0;
            open -= TEXTS_CLOSE.has(tokens.get(at)) ? 1 : 0;
            if (open == 0) {
                return tokens.get(at);
            }
        }
        return tokens.get(index);
    }

    /** The innermost brace that is open before the token. */
    static Optional<CommonToken> braceBefore(List<CommonToken> tokens, int index) {
        var closed = 0;
        for (var at = index - 1; at >= 0; at--) {
            var token = tokens.get(at);
            closed += BRACES_CLOSE.has(token) ? 1 : 0;
            if (BRACES_OPEN.has(token) && closed-- == 0) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }
}
