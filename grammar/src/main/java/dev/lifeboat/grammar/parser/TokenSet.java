package dev.lifeboat.grammar.parser;

import java.util.BitSet;
import org.antlr.v4.runtime.Token;

/** Kinds of tokens. */
public final class TokenSet {

    private final BitSet types = new BitSet();

    public static TokenSet of(int... types) {
        return new TokenSet().and(types);
    }

    /** The words and marks that are spelled so, with blanks between them. */
    public static TokenSet spelled(String spellings) {
        var set = new TokenSet();
        for (var spelling : spellings.split(" ")) {
            set.types.set(typeOf("'" + spelling + "'"));
        }
        return set;
    }

    /** This set, with more in it. */
    public TokenSet and(int... more) {
        var set = new TokenSet();
        set.types.or(types);
        for (var type : more) {
            set.types.set(type);
        }
        return set;
    }

    public TokenSet and(TokenSet other) {
        return and(other.types.stream().toArray());
    }

    public boolean has(int type) {
        return type >= 0 && types.get(type);
    }

    public boolean has(Token token) {
        return has(token.getType());
    }

    private static int typeOf(String literal) {
        for (var type = 1; type <= RunbookLexer.VOCABULARY.getMaxTokenType(); type++) {
            if (literal.equals(RunbookLexer.VOCABULARY.getLiteralName(type))) {
                return type;
            }
        }
        throw new IllegalArgumentException("The lexer has no token " + literal);
    }
}
