package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.parser.RunbookParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/** Makes columns straight: the values of header clauses, and who is told in an escalation. */
final class Columns {

    private Columns() {}

    /** The word behind which the value of a header clause stands: `on failure` are two. */
    static Token lastWord(RunbookParser.HeaderClauseContext clause) {
        return clause instanceof RunbookParser.OnFailureClauseContext policy
                ? policy.FAILURE().getSymbol()
                : clause.getStart();
    }

    /** The blanks before the tokens that follow these, so that they all begin in the same column. */
    static Map<Integer, Integer> behind(List<Token> words) {
        var padding = new HashMap<Integer, Integer>();
        var widest = words.stream().mapToInt(Columns::width).max().orElse(0);
        words.forEach(word -> padding.put(word.getTokenIndex() + 1, widest - width(word)));
        return padding;
    }

    private static int width(Token word) {
        return word.getType() == RunbookParser.FAILURE ? "on failure".length() : word.getText().length();
    }
}
