package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what is wrong where the parser could not go on. */
record SyntaxMessages(Positions positions, List<CommonToken> tokens) {

    private static final int LONGEST_QUOTE = 40;

    Diagnostic of(SyntaxError error) {
        var found = error.found();
        return switch (found.getType()) {
            case RunbookLexer.UNKNOWN -> Characters.unknown(found.getText(), span(found));
            case RunbookLexer.UNCLOSED_TEXT -> unclosedValue(found);
            case RunbookLexer.INTERPOLATION_FOR, RunbookLexer.INTERPOLATION_ELSE, RunbookLexer.INTERPOLATION_END ->
                directive(error);
            case Token.EOF -> endsEarly(error);
            default -> unexpected(error);
        };
    }

    private Diagnostic unexpected(SyntaxError error) {
        var guess = Guess.about(error, tokens);
        var at = guess.behind() ? span(guess.where()).after() : span(guess.where());
        var diagnostic = Diagnostic.error(SyntaxCode.UNEXPECTED, guess.what(), at);
        var hinted = guess.hint().map(diagnostic::hint).orElse(diagnostic);
        return openBracket(hinted, error.found());
    }

    /** Where a line ends within a bracket, the bracket is worth showing. */
    private Diagnostic openBracket(Diagnostic diagnostic, Token found) {
        return found.getType() != RunbookLexer.NEWLINE
                ? diagnostic
                : Openings.bracketBefore(tokens, found.getTokenIndex())
                        .map(open -> diagnostic.label(span(open), "opened here")).orElse(diagnostic);
    }

    private Diagnostic endsEarly(SyntaxError error) {
        if (Guess.about(error, tokens).where() != error.found()) {
            return unexpected(error);
        }
        var expected = new IntervalSet(error.expected());
        expected.remove(RunbookLexer.NEWLINE);
        var diagnostic = Diagnostic.error(SyntaxCode.ENDS_EARLY,
                "The file ends here, expected " + Expectation.of(expected) + ".", span(error.found()));
        return Openings.bracketBefore(tokens, tokens.size() - 1)
                .or(() -> Openings.braceBefore(tokens, tokens.size() - 1))
                .map(open -> diagnostic.label(span(open), "opened here")).orElse(diagnostic);
    }

    private Diagnostic unclosedValue(Token found) {
        return Diagnostic
                .error(SyntaxCode.UNCLOSED_TEXT, "The value in this text is not closed: expected `}`.", span(found))
                .hint("A value in a text is written `${…}`.");
    }

    private Diagnostic directive(SyntaxError error) {
        var found = error.found();
        var word = tokens.get(found.getTokenIndex() + 1).getText();
        var inTemplate = error.expected().contains(RunbookLexer.INTERPOLATION_FOR);
        var message = inTemplate
                ? "Found `${" + word + "}`, but no `${if …}` or `${for …}` is open here."
                : "`${" + word + " …}` has its place in the body of a template, not in another text.";
        return Diagnostic.error(SyntaxCode.UNEXPECTED, message,
                positions.between(found, tokens.get(found.getTokenIndex() + 1)));
    }

    Span span(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> end(token);
            case RunbookLexer.NEWLINE, RunbookLexer.UNCLOSED_TEXT -> lineEnd(token);
            case RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN -> positions.between(token,
                    Openings.textEnd(tokens, token.getTokenIndex()));
            default -> positions.of(token);
        };
    }

    /** Behind the last word: below it there may be comments and empty lines. */
    private Span end(Token end) {
        var last = end.getTokenIndex() - 1;
        return last < 0 ? positions.of(end) : positions.of(tokens.get(last)).after();
    }

    private Span lineEnd(Token token) {
        var start = positions.source().indexOfCodePoint(token.getStartIndex());
        return positions.source().span(start, start);
    }

    static String quote(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case RunbookLexer.NEWLINE -> "the end of the line";
            case RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.WRONG_TEXT -> "a text";
            case RunbookLexer.CHARACTERS, RunbookLexer.ESCAPE -> "more text";
            default -> "`" + shorten(token.getText()) + "`";
        };
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
