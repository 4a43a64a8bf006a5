package dev.lifeboat.grammar.parser;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Where reading goes on after an error.
 *
 * @param index   of the token
 * @param balance how many more braces were opened than closed on the way there, from the beginning of the piece
 */
record Resumption(int index, int balance) {

    private static final TokenSet HEADS = TokenSet.spelled("phase parallel procedure for");
    private static final TokenSet TOP_LEVEL = TokenSet.spelled("runbook library use param template procedure phase");
    private static final TokenSet TOP_LEVEL_NAMES = TokenSet.spelled("escalation updates");
    private static final TokenSet ITEMS = TokenSet.spelled("step manual perform parallel for");
    private static final TokenSet LINE_BEGINS = TokenSet.spelled("{ }").and(RunbookLexer.NEWLINE);

    /** Whether what begins here ends with a brace that it opens. */
    static boolean isHead(CommonToken token) {
        return HEADS.has(token);
    }

    static boolean isTopLevel(List<CommonToken> tokens, int index) {
        return TOP_LEVEL.has(tokens.get(index)) || TOP_LEVEL_NAMES.has(tokens.get(index));
    }

    static boolean isItem(List<CommonToken> tokens, int index) {
        return ITEMS.has(tokens.get(index));
    }

    /** Whether what begins here is the head of a runbook, or clauses of it. */
    static boolean isHeader(List<CommonToken> tokens, int index) {
        return tokens.get(index).getType() == RunbookLexer.RUNBOOK || isHeaderClause(tokens, index);
    }

    /** Whether anything that is read as one piece begins here. */
    static boolean isPiece(List<CommonToken> tokens, int index) {
        return isTopLevel(tokens, index) || isItem(tokens, index)
                || tokens.get(index).getType() == RunbookLexer.RETURN;
    }

    static boolean isHeaderClause(List<CommonToken> tokens, int index) {
        return Expectation.first(RunbookParser.RULE_headerClause).contains(tokens.get(index).getType());
    }

    /** The next beginning of a piece, at the token that was wrong or behind it. */
    static Resumption after(List<CommonToken> tokens, int start, int failed, boolean atTop) {
        var balance = 0;
        for (var index = start;; index++) {
            var token = tokens.get(index);
            if (token.getType() == Token.EOF
                    || index > start && index >= failed && begins(tokens, start, index, balance, atTop)) {
                return new Resumption(index, balance);
            }
            balance += Brackets.INTERPOLATIONS.has(token) || token.getType() == RunbookLexer.LBRACE ? 1 : 0;
            balance -= token.getType() == RunbookLexer.RBRACE ? 1 : 0;
        }
    }

    /** A step or a phase can stand in no body; other words may be a mistake in the body that is skipped. */
    private static boolean begins(List<CommonToken> tokens, int start, int index, int balance, boolean atTop) {
        var token = tokens.get(index);
        if (isHeader(tokens, start) && isHeaderClause(tokens, index)) {
            return true;
        }
        if (!LINE_BEGINS.has(tokens.get(index - 1))) {
            return false;
        }
        return TOP_LEVEL.has(token) || token.getType() == RunbookLexer.STEP
                || balance <= (isHead(tokens.get(start)) ? 1 : 0) && isItem(tokens, index)
                || balance <= 0 && TOP_LEVEL_NAMES.has(token) && (atTop || balance < 0);
    }
}
