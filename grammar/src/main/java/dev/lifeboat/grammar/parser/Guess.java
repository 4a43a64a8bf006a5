package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.ASSIGN;
import static dev.lifeboat.grammar.parser.RunbookLexer.LPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.MINUS;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What is at fault where the parser could not go on: mostly what it found, sometimes what stands before that.
 *
 * @param what  as in "`requre` begins no statement"
 * @param where the token to show; behind it, if {@code behind}
 */
record Guess(String what, Token where, boolean behind, Optional<Hint> hint) {

    private static final TokenSet CONTINUING = TokenSet.of(RunbookLexer.NEWLINE, RunbookLexer.TEXT_OPEN,
            RunbookLexer.BLOCK_OPEN);

    private static final TokenSet LINE_BEGINS = TokenSet.of(RunbookLexer.NEWLINE, RunbookLexer.LBRACE);

    static Guess about(SyntaxError error, List<CommonToken> tokens) {
        var found = tokens.get(error.found().getTokenIndex());
        var before = found.getTokenIndex() == 0 ? found : tokens.get(found.getTokenIndex() - 1);
        if (error.within() instanceof RunbookParser.CallStatementContext && before.getType() == NAME) {
            return noStatement(found, before);
        }
        if (error.within() != null && beginsLine(found, before, tokens)) {
            var hint = Hints.about(found, error.expected());
            return new Guess(expected("the end of the line", error.expected()), before, true, hint);
        }
        var hint = isDash(found, before)
                ? Optional.of(Hint.of("A name has `_` where others have `-`.").perhaps("-", "_"))
                : hint(error, tokens);
        return new Guess(expected(SyntaxMessages.quote(found), error.expected()), found, false, hint);
    }

    /** What follows on the next line is not to blame, unless it continues what stands before it. */
    private static boolean beginsLine(CommonToken found, CommonToken before, List<CommonToken> tokens) {
        return before.getLine() < found.getLine() && !LINE_BEGINS.has(before)
                && found.getType() != Token.EOF && !CONTINUING.has(found)
                && Openings.bracketBefore(tokens, found.getTokenIndex()).isEmpty();
    }

    private static Optional<Hint> hint(SyntaxError error, List<CommonToken> tokens) {
        var found = error.found();
        var isCall = found.getType() == NAME && error.expected().contains(RunbookLexer.STEP)
                && tokens.get(found.getTokenIndex() + 1).getType() == RunbookLexer.DOT;
        return isCall
                ? Optional.of(Hint.of("Statements stand in the body of a step."))
                : Hints.about(found, error.expected());
    }

    private static String expected(String found, IntervalSet expected) {
        return "Found " + found + ", expected " + Expectation.of(expected) + ".";
    }

    /** A line that begins with a name is taken for a call, until no dot follows. */
    private static Guess noStatement(Token found, Token name) {
        var hint = switch (found.getType()) {
            case ASSIGN -> Hint.of("A value gets its name with `let " + name.getText() + " = …`, once.")
                    .perhaps(name.getText(), "let " + name.getText());
            case LPAREN -> Hint.of("A builtin is called with its namespace: `mysql.promote(…)`.");
            default -> Nearest
                    .hint(name.getText(), Hints.spellings(Expectation.first(RunbookParser.RULE_statement)))
                    .orElse(Hint.of("A builtin is called as `namespace.action(…)`."));
        };
        return new Guess("`" + name.getText() + "` begins no statement.", name, false, Optional.of(hint));
    }

    /** `last-good`, without blanks. */
    private static boolean isDash(CommonToken found, CommonToken before) {
        return found.getType() == MINUS && before.getType() == NAME
                && before.getStopIndex() + 1 == found.getStartIndex();
    }
}
