package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.parser.RunbookLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Moves the lines of a text block to another margin; what they say stays the same. */
final class BlockText {

    private final boolean hasLines;
    private final Token first;
    private final String before;
    private final String after;

    private BlockText(Token open, Token first, Token last, Token close, int margin) {
        this.hasLines = open.getLine() != close.getLine();
        this.first = first;
        this.before = hasLines ? last.getText().substring(last.getText().lastIndexOf('\n') + 1) : "";
        this.after = " ".repeat(margin);
    }

    /** @param margin the new one, in columns */
    static BlockText at(List<CommonToken> tokens, int open, int margin) {
        var close = closing(tokens, open);
        return new BlockText(tokens.get(open), tokens.get(open + 1), tokens.get(close - 1), tokens.get(close), margin);
    }

    private static int closing(List<CommonToken> tokens, int open) {
        var depth = 0;
        for (var index = open;; index++) {
            depth += tokens.get(index).getType() == RunbookLexer.BLOCK_OPEN ? 1 : 0;
            depth -= tokens.get(index).getType() == RunbookLexer.BLOCK_CLOSE ? 1 : 0;
            if (depth == 0) {
                return index;
            }
        }
    }

    String write(Token token) {
        if (!hasLines || token.getType() != RunbookLexer.CHARACTERS) {
            return token.getText();
        }
        var lines = token.getText().replace("\r\n", "\n").split("\n", -1);
        var moved = new StringBuilder(token == first ? "" : lines[0]);
        for (var index = 1; index < lines.length; index++) {
            moved.append('\n').append(move(lines[index], index == lines.length - 1));
        }
        return moved.toString();
    }

    /** @param goesOn whether something follows on the line, were it only the closing quotes */
    private String move(String line, boolean goesOn) {
        var rest = line.startsWith(before) ? line.substring(before.length()) : "";
        return rest.isEmpty() && !goesOn ? "" : after + rest;
    }
}
