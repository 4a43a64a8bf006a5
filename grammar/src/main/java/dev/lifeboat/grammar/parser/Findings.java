package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where the builders of the tree look up spans, and put down the mistakes that the grammar lets pass. */
record Findings(Positions positions, Tokens tokens, Report report) {

    Span span(Token token) {
        return positions.of(token);
    }

    Span span(TerminalNode node) {
        return positions.of(node.getSymbol());
    }

    Span span(ParserRuleContext context) {
        return positions.of(context);
    }

    Span span(Token first, Token last) {
        return positions.between(first, last);
    }

    void error(SyntaxCode code, Span span, String message) {
        report.accept(Diagnostic.error(code, message, span));
    }

    void error(SyntaxCode code, Span span, String message, String hint) {
        report.accept(Diagnostic.error(code, message, span).hint(hint));
    }

    void error(SyntaxCode code, Span span, String message, Hint hint) {
        report.accept(Diagnostic.error(code, message, span).hint(hint));
    }

    void add(Diagnostic diagnostic) {
        report.accept(diagnostic);
    }
}
