package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.EACH;
import static dev.lifeboat.grammar.parser.RunbookLexer.FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.IN;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACKET;
import static dev.lifeboat.grammar.parser.RunbookLexer.LIBRARY;
import static dev.lifeboat.grammar.parser.RunbookLexer.LPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;
import static dev.lifeboat.grammar.parser.RunbookLexer.PARALLEL;
import static dev.lifeboat.grammar.parser.RunbookLexer.PHASE;
import static dev.lifeboat.grammar.parser.RunbookLexer.PROCEDURE;
import static dev.lifeboat.grammar.parser.RunbookLexer.RBRACKET;
import static dev.lifeboat.grammar.parser.RunbookLexer.RPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.RUNBOOK;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_CLOSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_OPEN;

import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonToken;

/** The shortest head of its kind, where the one that is written could not be read. All of it stands at its first word. */
final class StandIn {

    private StandIn() {}

    static List<CommonToken> of(CommonToken word, String name) {
        return types(word.getType()).mapToObj(type -> token(word, type, name)).toList();
    }

    private static IntStream types(int word) {
        return switch (word) {
            case RUNBOOK -> IntStream.of(RUNBOOK, NAME, TEXT_OPEN, TEXT_CLOSE);
            case LIBRARY -> IntStream.of(LIBRARY, NAME);
            case PHASE -> IntStream.of(PHASE, NAME, TEXT_OPEN, TEXT_CLOSE, LBRACE);
            case PROCEDURE -> IntStream.of(PROCEDURE, NAME, LPAREN, RPAREN, TEXT_OPEN, TEXT_CLOSE, LBRACE);
            case FOR -> IntStream.of(FOR, EACH, NAME, IN, LBRACKET, RBRACKET, LBRACE);
            case PARALLEL -> IntStream.of(PARALLEL, LBRACE);
            default -> throw new IllegalStateException("No head: " + word);
        };
    }

    private static CommonToken token(CommonToken at, int type, String name) {
        var token = token(at, type);
        if (type == NAME) {
            token.setText(name);
        }
        return token;
    }

    static CommonToken token(CommonToken at, int type) {
        var token = new CommonToken(at);
        token.setType(type);
        return token;
    }
}
