package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where the parser's tokens and contexts stand in the source. */
record Positions(Source source) {

    Span of(Token token) {
        return between(token, token);
    }

    Span of(ParserRuleContext context) {
        return between(context.getStart(), context.getStop());
    }

    Span between(Token first, Token last) {
        var start = source.indexOfCodePoint(first.getStartIndex());
        return source.span(start, Math.max(start, source.indexOfCodePoint(last.getStopIndex() + 1)));
    }

    /** The empty span behind the context. */
    Span behind(ParserRuleContext context) {
        return of(context.getStop()).after();
    }
}
