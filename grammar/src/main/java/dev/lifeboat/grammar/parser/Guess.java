package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.ASSIGN;
import static dev.lifeboat.grammar.parser.RunbookLexer.LPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.MINUS;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;

import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.SyntaxCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What somebody probably meant: another message, another place, a hint, each only where there is a better one. */
record Guess(SyntaxCode code, Optional<String> message, Optional<Token> at, Optional<String> hint) {

    private static final TokenSet CAPITALS = TokenSet.of(RunbookLexer.CONSTANT, RunbookLexer.WRONG_AND,
            RunbookLexer.WRONG_OR, RunbookLexer.WRONG_NOT, RunbookLexer.WRONG_LITERAL);
    private static final TokenSet LITERALS = TokenSet.of(RunbookLexer.BAD_LITERAL, RunbookLexer.BAD_DATE);

    static Guess about(SyntaxError error, List<CommonToken> tokens) {
        var found = tokens.get(error.found().getTokenIndex());
        var before = found.getTokenIndex() == 0 ? found : tokens.get(found.getTokenIndex() - 1);
        if (error.within() instanceof RunbookParser.CallStatementContext && before.getType() == NAME) {
            return noStatement(found, before);
        }
        return Stream.of(literal(found), name(found, before, error.expected()), nearest(found, error.expected()))
                .flatMap(Optional::stream).findFirst().orElse(new Guess(SyntaxCode.UNEXPECTED, Optional.empty(),
                        Optional.empty(), Optional.empty()));
    }

    /** A line that begins with a name is taken for a call, until no dot follows. */
    private static Guess noStatement(Token found, Token name) {
        var hint = switch (found.getType()) {
            case ASSIGN -> "A value gets its name with `let " + name.getText() + " = …`, once.";
            case LPAREN -> "A builtin is called with its namespace: `mysql.promote(…)`.";
            default -> Nearest.hint(name.getText(), words(Expectation.first(RunbookParser.RULE_statement)))
                    .orElse("A builtin is called as `namespace.action(…)`.");
        };
        return new Guess(SyntaxCode.UNEXPECTED, Optional.of("`" + name.getText() + "` begins no statement."),
                Optional.of(name), Optional.of(hint));
    }

    private static Optional<Guess> literal(Token found) {
        return LITERALS.has(found)
                ? Optional.of(new Guess(SyntaxCode.LITERAL, Optional.empty(), Optional.empty(),
                        Optional.of(LiteralHints.about(found.getText()))))
                : Optional.empty();
    }

    private static Optional<Guess> name(CommonToken found, CommonToken before, IntervalSet expected) {
        if (found.getType() == MINUS && before.getType() == NAME && touch(before, found)) {
            return hint("A name has `_` where others have `-`.");
        }
        if (!expected.contains(NAME)) {
            return Optional.empty();
        }
        if (Words.isReserved(found)) {
            return hint("`" + found.getText() + "` is a reserved word and can't be a name.");
        }
        return CAPITALS.has(found) ? hint("Names are written in lower case.") : Optional.empty();
    }

    private static boolean touch(CommonToken left, CommonToken right) {
        return left.getStopIndex() + 1 == right.getStartIndex();
    }

    private static Optional<Guess> nearest(Token found, IntervalSet expected) {
        return found.getType() == NAME
                ? Nearest.hint(found.getText(), words(expected)).flatMap(Guess::hint)
                : Optional.empty();
    }

    private static Optional<Guess> hint(String text) {
        return Optional.of(new Guess(SyntaxCode.UNEXPECTED, Optional.empty(), Optional.empty(), Optional.of(text)));
    }

    /** Those of the tokens that are words. */
    private static List<String> words(IntervalSet types) {
        return types.toList().stream().map(RunbookLexer.VOCABULARY::getLiteralName).filter(Guess::isWord)
                .map(literal -> literal.substring(1, literal.length() - 1)).toList();
    }

    private static boolean isWord(String literal) {
        return literal != null && Character.isLetter(literal.charAt(1));
    }
}
