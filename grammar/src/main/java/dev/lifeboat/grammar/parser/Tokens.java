package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * What the parser reads: the lexer's tokens, with words told apart by their neighbours and with only those line ends
 * that end something.
 *
 * @param list     ends with the token {@code EOF}
 * @param comments in the order of the source; they are not in the list
 */
public record Tokens(List<CommonToken> list, List<CommonToken> comments) {

    /** Reads the whole source. Marks that mean nothing, such as a semicolon, are reported and passed over. */
    public static Tokens read(Source source, Consumer<Diagnostic> report) {
        var tokens = new Tokens(new ArrayList<>(), new ArrayList<>());
        tokens.lex(new TolerantLexer(source), new Positions(source), report);
        return new Tokens(LineEnds.keepThoseThatEnd(Words.tellApart(tokens.list)), tokens.comments);
    }

    private void lex(TolerantLexer lexer, Positions positions, Consumer<Diagnostic> report) {
        CommonToken token;
        do {
            token = (CommonToken) lexer.nextToken();
            sort(token, positions, report);
        } while (token.getType() != Token.EOF);
    }

    private void sort(CommonToken token, Positions positions, Consumer<Diagnostic> report) {
        switch (token.getType()) {
            case RunbookLexer.COMMENT -> comments.add(token);
            case RunbookLexer.WRONG_COMMENT -> report.accept(Marks.comment(positions.of(token)));
            case RunbookLexer.WRONG_SEMICOLON -> {
                report.accept(
                        Marks.semicolon(positions.of(token), Openings.bracketBefore(list, list.size()).isEmpty()));
                list.add(lineEnd(token));
            }
            case RunbookLexer.UNCLOSED_TEXT -> {
                token.setStopIndex(token.getStartIndex() - 1);
                list.add(token);
                list.add(lineEnd(token));
            }
            default -> list.add(token);
        }
    }

    private static CommonToken lineEnd(CommonToken where) {
        var token = new CommonToken(where);
        token.setType(RunbookLexer.NEWLINE);
        return token;
    }
}
