package dev.lifeboat.grammar.parser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The lines of a template that hold nothing but `${if …}`, `${else}`, `${for …}` or `${end}`: they are not lines of
 * the message. Knows which pieces of text around them lose the end of one line, or the blanks that begin one.
 */
final class LoneDirectives {

    private static final TokenSet DIRECTIVES = TokenSet.of(RunbookLexer.INTERPOLATION_IF,
            RunbookLexer.INTERPOLATION_ELSE, RunbookLexer.INTERPOLATION_FOR, RunbookLexer.INTERPOLATION_END);

    private final Set<Integer> losesBlanks = new HashSet<>();
    private final Set<Integer> losesLineEnd = new HashSet<>();

    private LoneDirectives() {}

    /** For texts, which have no directives. */
    static LoneDirectives none() {
        return new LoneDirectives();
    }

    static LoneDirectives between(Token open, Token close, List<CommonToken> tokens) {
        var lone = new LoneDirectives();
        for (var index = open.getTokenIndex() + 1; index < close.getTokenIndex(); index++) {
            if (DIRECTIVES.has(tokens.get(index))) {
                lone.directive(tokens, index, closing(tokens, index));
            }
        }
        return lone;
    }

    boolean dropsFirstLineEnd(Token token) {
        return losesLineEnd.contains(token.getTokenIndex());
    }

    boolean dropsLastBlanks(Token token) {
        return losesBlanks.contains(token.getTokenIndex());
    }

    private void directive(List<CommonToken> tokens, int first, int last) {
        if (isValue(tokens, first, last)) {
            return;
        }
        var before = tokens.get(first - 1);
        var after = tokens.get(Math.min(last + 1, tokens.size() - 1));
        if (endsLine(before) && beginsLine(after)) {
            losesBlanks.add(before.getTokenIndex());
            losesLineEnd.add(after.getTokenIndex());
        }
    }

    private static boolean endsLine(Token token) {
        return token.getType() == RunbookLexer.CHARACTERS && token.getText().indexOf('\n') >= 0
                && token.getText().substring(token.getText().lastIndexOf('\n')).isBlank();
    }

    private static boolean beginsLine(Token token) {
        return token.getType() == RunbookLexer.CHARACTERS && token.getText().indexOf('\n') >= 0
                && token.getText().substring(0, token.getText().indexOf('\n')).isBlank();
    }

    /** Whether it is `${if c then a else b}`. */
    private static boolean isValue(List<CommonToken> tokens, int first, int last) {
        var conditions = 0;
        for (var token : tokens.subList(first + 1, last)) {
            conditions += token.getType() == RunbookLexer.IF ? 1 : 0;
            conditions -= token.getType() == RunbookLexer.THEN ? 1 : 0;
        }
        return tokens.get(first).getType() == RunbookLexer.INTERPOLATION_IF && conditions == 0;
    }

    private static int closing(List<CommonToken> tokens, int first) {
        var depth = 0;
        for (var index = first; index < tokens.size(); index++) {
            depth += Brackets.INTERPOLATIONS.has(tokens.get(index)) ? 1 : 0;
            depth -= tokens.get(index).getType() == RunbookLexer.RBRACE ? 1 : 0;
            if (depth == 0) {
                return index;
            }
        }
        return tokens.size() - 1;
    }
}
