package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.BLOCK_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.COMMA;
import static dev.lifeboat.grammar.parser.RunbookLexer.NEWLINE;
import static dev.lifeboat.grammar.parser.RunbookLexer.RBRACKET;
import static dev.lifeboat.grammar.parser.RunbookLexer.RPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_AND;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_NOT;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_OR;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_TEXT;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Drops the line ends that end nothing: within brackets; behind a comma, an operator, `=`, `then`, `not`; before `{`,
 * `else`, a text, an operator, `.`; before a clause or a handler, where these can stand. Drops the comma before a
 * closing bracket, too.
 */
final class LineEnds {

    private static final TokenSet OPERATORS = TokenSet
            .spelled("or and == != <> < <= > >= in + - * / ?? = . then else").and(WRONG_AND, WRONG_OR);

    private static final TokenSet OPEN_ENDED = OPERATORS.and(TokenSet.spelled("not , {")).and(WRONG_NOT);

    private static final TokenSet CONTINUING = OPERATORS.and(TokenSet.spelled("{ }")).and(TEXT_OPEN, BLOCK_OPEN,
            WRONG_TEXT);

    /** What continues the lines outside of bodies. In a body, `retry` and the others begin statements or are names. */
    private static final TokenSet CLAUSES = TokenSet.spelled("when timeout retry approve takes by within as at backoff"
            + " returns verify undo irreversible keep on version owner review rto rpo objective requires drill");

    private static final TokenSet NOTHING_BEFORE = Brackets.OPENING.and(COMMA);

    private final List<CommonToken> kept = new ArrayList<>();
    private final Brackets brackets = new Brackets();
    private CommonToken pending;

    private LineEnds() {}

    static List<CommonToken> keepThoseThatEnd(List<CommonToken> tokens) {
        var lines = new LineEnds();
        for (var index = 0; index < tokens.size(); index++) {
            lines.take(tokens.get(index), index + 1 < tokens.size() ? tokens.get(index + 1).getType() : Token.EOF);
        }
        return lines.kept;
    }

    private void take(CommonToken token, int next) {
        if (token.getType() == NEWLINE) {
            pending = pending == null ? token : pending;
            return;
        }
        if (pending != null) {
            brackets.lineBegins(token);
            if (endsSomething(token)) {
                keep(pending);
            }
            pending = null;
        }
        if (token.getType() == RPAREN || token.getType() == RBRACKET) {
            dropTrailingComma();
        }
        keep(token);
        brackets.pass(token, next);
    }

    private boolean endsSomething(CommonToken next) {
        if (kept.isEmpty() || next.getType() == Token.EOF || brackets.swallowLineEnds()) {
            return false;
        }
        var continued = CONTINUING.has(next) || !brackets.inBody() && CLAUSES.has(next);
        return !continued && !OPEN_ENDED.has(kept.getLast());
    }

    private void dropTrailingComma() {
        var count = kept.size();
        if (count > 1 && kept.getLast().getType() == COMMA && !NOTHING_BEFORE.has(kept.get(count - 2))) {
            kept.removeLast();
        }
    }

    private void keep(CommonToken token) {
        token.setTokenIndex(kept.size());
        kept.add(token);
    }
}
