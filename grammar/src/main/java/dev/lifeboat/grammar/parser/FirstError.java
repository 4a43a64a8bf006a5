package dev.lifeboat.grammar.parser;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Throws at the first error instead of repairing the input. Remembers where something optional was left out just
 * before, so that it is among what was expected.
 */
final class FirstError extends DefaultErrorStrategy {

    private int optionalState = -1;
    private ParserRuleContext optionalWithin;

    @Override
    public void sync(Parser parser) {
        var state = parser.getInterpreter().atn.states.get(parser.getState());
        var next = parser.getATN().nextTokens(state);
        if (next.contains(parser.getInputStream().LA(1))) {
            forget();
        } else if (!next.contains(Token.EPSILON)) {
            throw new InputMismatchException(parser);
        } else if (optionalState < 0) {
            optionalState = parser.getState();
            optionalWithin = parser.getContext();
        }
    }

    @Override
    public void reportMatch(Parser parser) {
        forget();
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void reportError(Parser parser, RecognitionException error) {
        throw new SyntaxError(error.getOffendingToken(), expected(parser, error), parser.getContext());
    }

    private IntervalSet expected(Parser parser, RecognitionException error) {
        var optional = optionalState >= 0;
        var state = optional ? optionalState : error.getOffendingState();
        var within = optional ? optionalWithin : error.getCtx();
        forget();
        return parser.getATN().getExpectedTokens(state, within);
    }

    private void forget() {
        optionalState = -1;
        optionalWithin = null;
    }
}
