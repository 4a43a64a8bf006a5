package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.ASK;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_LITERAL;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_WORD;
import static dev.lifeboat.grammar.parser.RunbookLexer.COLON;
import static dev.lifeboat.grammar.parser.RunbookLexer.CONSTANT;
import static dev.lifeboat.grammar.parser.RunbookLexer.DECIMAL;
import static dev.lifeboat.grammar.parser.RunbookLexer.DOT;
import static dev.lifeboat.grammar.parser.RunbookLexer.ELSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.END;
import static dev.lifeboat.grammar.parser.RunbookLexer.FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.INT;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_ELSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_END;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.LET;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;
import static dev.lifeboat.grammar.parser.RunbookLexer.PARAM;
import static dev.lifeboat.grammar.parser.RunbookLexer.RBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEMPLATE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TRUE;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Tells words apart by their neighbours: what a lexer that sees one word at a time can't. */
final class Words {

    private static final TokenSet NUMBER = TokenSet.of(INT, DECIMAL);
    private static final TokenSet UNIT = TokenSet.of(NAME, CONSTANT, BAD_WORD);
    private static final TokenSet BINDS = TokenSet.of(LET, PARAM, ASK);

    private Words() {}

    static List<CommonToken> tellApart(List<CommonToken> tokens) {
        var words = new ArrayList<CommonToken>(tokens.size());
        for (var index = 0; index < tokens.size(); index++) {
            var token = tokens.get(index);
            var next = tokens.get(Math.min(index + 1, tokens.size() - 1));
            if (token.getType() == INTERPOLATION) {
                token.setType(interpolation(next, tokens, index + 2));
            } else if (isReserved(token) && isName(tokens, index)) {
                token.setType(NAME);
            } else if (NUMBER.has(token) && UNIT.has(next) && isUnitOf(token, next)) {
                token.setType(BAD_LITERAL);
                token.setStopIndex(next.getStopIndex());
                index++;
            }
            words.add(token);
        }
        return words;
    }

    /** The reserved words come first in the lexer, from `true` to `template`. */
    static boolean isReserved(Token token) {
        return token.getType() >= TRUE && token.getType() <= TEMPLATE;
    }

    static boolean isReserved(String word) {
        for (var type = TRUE; type <= TEMPLATE; type++) {
            if (RunbookLexer.VOCABULARY.getLiteralName(type).equals("'" + word + "'")) {
                return true;
            }
        }
        return false;
    }

    /** Any word may stand after a dot, and before a colon as the name of an argument. */
    private static boolean isName(List<CommonToken> tokens, int index) {
        var before = index == 0 ? -1 : tokens.get(index - 1).getType();
        var after = tokens.get(index + 1).getType();
        return before == DOT || after == COLON && !BINDS.has(before);
    }

    private static int interpolation(CommonToken first, List<CommonToken> tokens, int second) {
        return switch (first.getType()) {
            case IF -> INTERPOLATION_IF;
            case FOR -> INTERPOLATION_FOR;
            case ELSE -> INTERPOLATION_ELSE;
            case END -> closes(tokens, second) ? INTERPOLATION_END : INTERPOLATION;
            default -> INTERPOLATION;
        };
    }

    private static boolean closes(List<CommonToken> tokens, int index) {
        return index < tokens.size() && tokens.get(index).getType() == RBRACE;
    }

    /** `5 m`, `30 seconds`: meant as one literal. Units are looked at last, because reading a token's text is slow. */
    private static boolean isUnitOf(CommonToken number, CommonToken word) {
        return word.getLine() == number.getLine() && Units.isUnit(word.getText());
    }
}
