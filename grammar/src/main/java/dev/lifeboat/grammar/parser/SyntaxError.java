package dev.lifeboat.grammar.parser;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Ends the parsing of a piece at its first error. Carries what is known; what is said about it is made elsewhere. */
final class SyntaxError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Token found;
    private final transient IntervalSet expected;
    private final transient ParserRuleContext within;

    SyntaxError(Token found, IntervalSet expected, ParserRuleContext within) {
        super("Found " + found, null, false, false);
        this.found = found;
        this.expected = expected;
        this.within = within;
    }

    Token found() {
        return found;
    }

    IntervalSet expected() {
        return expected;
    }

    ParserRuleContext within() {
        return within;
    }
}
