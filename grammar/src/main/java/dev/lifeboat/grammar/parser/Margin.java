package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.SyntaxCode;
import org.antlr.v4.runtime.Token;

/**
 * The margin of a text block: what stands before its closing quotes, taken away from the beginning of each line. The
 * text begins on the line after the opening quotes and ends before the last line; a block on a single line has neither.
 */
final class Margin {

    private final Findings findings;
    private final Token open;
    private final Token close;
    private final boolean hasLines;
    private final String blanks;
    private final LoneDirectives lone;

    private Margin(Findings findings, Token open, Token close, LoneDirectives lone) {
        this.findings = findings;
        this.open = open;
        this.close = close;
        this.lone = lone;
        this.hasLines = close.getType() == RunbookLexer.BLOCK_CLOSE && open.getLine() != close.getLine();
        this.blanks = hasLines ? lastLine() : "";
    }

    static Margin of(Findings findings, Token open, Token close, LoneDirectives lone) {
        var margin = new Margin(findings, open, close, lone);
        if (margin.hasLines) {
            margin.check();
        }
        return margin;
    }

    private Token token(int index) {
        return findings.tokens().list().get(index);
    }

    private Token first() {
        return token(open.getTokenIndex() + 1);
    }

    private Token last() {
        return token(close.getTokenIndex() - 1);
    }

    private String lastLine() {
        var text = endsWithLine(last()) ? last().getText() : "";
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private void check() {
        var begins = first().getType() == RunbookLexer.CHARACTERS && first().getText().indexOf('\n') >= 0
                && first().getText().substring(0, first().getText().indexOf('\n')).isBlank();
        if (!begins) {
            findings.error(SyntaxCode.MARGIN, findings.span(open), "The text of a block begins on the next line.");
        }
        if (begins && !endsWithLine(last())) {
            findings.error(SyntaxCode.MARGIN, findings.span(close),
                    "The closing quotes of a block stand on a line of their own.",
                    "Their column is the margin of the text. Or are they missing further up?");
        }
    }

    private static boolean endsWithLine(Token token) {
        var lineEnd = token.getText().lastIndexOf('\n');
        return token.getType() == RunbookLexer.CHARACTERS && lineEnd >= 0
                && token.getText().substring(lineEnd).isBlank();
    }

    /** The characters of the token as they are meant. */
    String strip(Token token) {
        var text = token.getText();
        var dropsFirst = hasLines && token == first() || lone.dropsFirstLineEnd(token);
        var from = dropsFirst ? text.indexOf('\n') + 1 : 0;
        var to = end(token, text);
        return to <= from ? "" : lines(token, text, from, to, dropsFirst);
    }

    private int end(Token token, String text) {
        if (lone.dropsLastBlanks(token)) {
            return text.lastIndexOf('\n') + 1;
        }
        if (!hasLines || token != last()) {
            return text.length();
        }
        var lineEnd = text.lastIndexOf('\n');
        return lineEnd > 0 && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    }

    private String lines(Token token, String text, int from, int to, boolean atLineStart) {
        var stripped = new StringBuilder(to - from);
        var index = atLineStart ? skipMargin(token, text, from, to) : from;
        while (index < to) {
            var character = text.charAt(index++);
            if (character != '\r') {
                stripped.append(character);
            }
            if (character == '\n' && hasLines) {
                index = skipMargin(token, text, index, to);
            }
        }
        return stripped.toString();
    }

    private int skipMargin(Token token, String text, int lineStart, int to) {
        if (text.startsWith(blanks, lineStart)) {
            return Math.min(to, lineStart + blanks.length());
        }
        var index = lineStart;
        while (index < to && (text.charAt(index) == ' ' || text.charAt(index) == '\t')) {
            index++;
        }
        if (!isLineOver(token, text, index, to)) {
            outside(token, index);
        }
        return index;
    }

    /** At the end of a piece that was not cut, a value follows on the same line. */
    private boolean isLineOver(Token token, String text, int index, int to) {
        return index == to ? to < text.length() || token == last() : "\r\n".indexOf(text.charAt(index)) >= 0;
    }

    private void outside(Token token, int index) {
        var source = findings.positions().source();
        var at = source.indexOfCodePoint(token.getStartIndex()) + index;
        findings.error(SyntaxCode.MARGIN, source.span(at, at),
                "This line begins left of the margin, which is the column of the closing quotes.",
                "Move the line to the right, or the closing quotes to the left.");
    }
}
