package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Source;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntegerStack;

/**
 * The generated lexer, made to survive what people type: a brace too many, and a text that is still open at the end of
 * its line or of the file while something is being interpolated into it.
 */
final class TolerantLexer extends RunbookLexer {

    private static final int DEEPEST = 4 * Nesting.LIMIT;

    TolerantLexer(Source source) {
        super(CharStreams.fromString(source.text(), source.name()));
        removeErrorListeners();
    }

    /** What nests deeper than anything may is refused later on; here it only must not cost more and more. */
    @Override
    public void pushMode(int mode) {
        if (_modeStack.size() > DEEPEST) {
            mode(mode);
        } else {
            super.pushMode(mode);
        }
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }

    @Override
    public Token nextToken() {
        var token = super.nextToken();
        return switch (token.getType()) {
            case NEWLINE -> leaveLine(token);
            case Token.EOF -> leaveFile(token);
            default -> token;
        };
    }

    /** A line may end within an interpolation only if the text around it is a block. */
    private Token leaveLine(Token newline) {
        var open = openLine(_modeStack);
        return open < 0 ? newline : unclosed(newline, open - 1);
    }

    private Token leaveFile(Token end) {
        return inText() ? unclosed(end, 0) : end;
    }

    private boolean inText() {
        return _mode != DEFAULT_MODE || _modeStack.contains(TEXT) || _modeStack.contains(BLOCK);
    }

    private Token unclosed(Token at, int depth) {
        while (_modeStack.size() > depth) {
            popMode();
        }
        return _factory.create(_tokenFactorySourcePair, UNCLOSED_TEXT, "", Token.DEFAULT_CHANNEL,
                at.getStartIndex(), at.getStartIndex() - 1, at.getLine(), at.getCharPositionInLine());
    }

    /** How deep the modes lay before the outermost one-line text that is open above the last block; -1 if none is. */
    private static int openLine(IntegerStack modes) {
        var open = -1;
        for (var index = modes.size() - 1; index >= 0 && modes.get(index) != BLOCK; index--) {
            open = modes.get(index) == TEXT ? index : open;
        }
        return open;
    }
}
