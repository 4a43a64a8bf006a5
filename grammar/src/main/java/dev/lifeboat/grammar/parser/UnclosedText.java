package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** A text whose quotes are not closed. */
final class UnclosedText {

    private UnclosedText() {}

    static Diagnostic from(Token open, Token close, Positions positions, List<CommonToken> tokens) {
        var isBlock = open.getType() == RunbookLexer.BLOCK_OPEN;
        var span = isBlock ? positions.of(open) : positions.between(open, close);
        var diagnostic = Diagnostic.error(SyntaxCode.UNCLOSED_TEXT, isBlock
                ? "This text is never closed: expected `\"\"\"`."
                : "This text is not closed before the end of the line: expected `\"`.", span);
        var endsWithQuote = tokens.get(close.getTokenIndex() - 1).getText().equals("\\\"");
        return endsWithQuote ? diagnostic.hint("`\\\"` is a quote within the text, not its end.") : diagnostic;
    }

    /** Those among the tokens that are not closed at all, not merely a value in them. */
    static List<Diagnostic> within(int first, int last, Positions positions, List<CommonToken> tokens) {
        var found = new ArrayList<Diagnostic>();
        for (var index = first; index < last; index++) {
            var token = tokens.get(index);
            var isOpen = token.getType() == RunbookLexer.TEXT_OPEN || token.getType() == RunbookLexer.BLOCK_OPEN;
            if (isOpen && Openings.textEnd(tokens, index).getType() == RunbookLexer.UNCLOSED_TEXT) {
                found.add(from(token, Openings.textEnd(tokens, index), positions, tokens));
            }
        }
        return found;
    }
}
