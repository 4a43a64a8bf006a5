package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What to do about the mistakes that people who know other languages make, told by what was found and expected. */
final class Hints {

    private record Rule(Predicate<Token> found, Predicate<IntervalSet> expected, Function<Token, Hint> hint) {
        Optional<Hint> about(Token token, IntervalSet types) {
            return found.test(token) && expected.test(types) ? Optional.of(hint.apply(token)) : Optional.empty();
        }
    }

    private static final TokenSet ITEMS = TokenSet.spelled("step parallel perform manual");
    private static final TokenSet STATEMENTS = TokenSet.spelled("let require wait if match");
    private static final TokenSet CAPITALS = TokenSet.of(RunbookLexer.CONSTANT, RunbookLexer.WRONG_AND,
            RunbookLexer.WRONG_OR, RunbookLexer.WRONG_NOT, RunbookLexer.WRONG_LITERAL);
    private static final TokenSet LITERALS = TokenSet.of(RunbookLexer.BAD_LITERAL, RunbookLexer.BAD_DATE);

    private static final Predicate<IntervalSet> OPERATOR = expecting(RunbookLexer.OTHERWISE);
    private static final Predicate<IntervalSet> NAME = expecting(RunbookLexer.NAME);
    private static final Predicate<IntervalSet> STATEMENT = expecting(RunbookLexer.LET);

    /** The first that applies is taken. */
    private static final List<Rule> RULES = List.of(
            new Rule(LITERALS::has, any -> true, token -> LiteralHints.about(token.getText())),
            rule(words("is"), OPERATOR, "Write `==` or `!=`, as in `x == none`."),
            rule(type(RunbookLexer.NOT), OPERATOR, "What is not in a list is `not (x in list)`."),
            new Rule(words("elif", "elsif", "elseif"), expecting(RunbookLexer.ELSE),
                    token -> Hint.write(token.getText(), "else if")),
            rule(type(RunbookLexer.THEN), expecting(RunbookLexer.LBRACE),
                    "A statement is `if … { … }`; `if … then … else …` is a value."),
            rule(type(RunbookLexer.RBRACE), expecting(RunbookLexer.THEN),
                    "A text has `${if … then … else …}`; `${if …} … ${end}` belongs into a template."),
            rule(type(RunbookLexer.INT), expecting(RunbookLexer.AT).and(NAME.negate()),
                    "As a statement it is `retry at most N times`."),
            rule(type(RunbookLexer.TEXT_OPEN), expecting(RunbookLexer.COMMA).and(OPERATOR),
                    "Is a comma missing before it?"),
            rule(type(RunbookLexer.AND), expecting(RunbookLexer.OR).and(OPERATOR.negate()),
                    "One of several is `by @a or @b`, two of them `by two of @a or @b`."),
            new Rule(type(RunbookLexer.NAME), expecting(RunbookLexer.ROLE).and(NAME.negate()),
                    token -> Hint.of("A role is written with `@`: `@" + token.getText() + "`.")
                            .safely(token.getText(), "@" + token.getText())),
            rule(type(RunbookLexer.NAME), expecting(RunbookLexer.DURATION).and(NAME.negate()),
                    "The duration is written out here, so that budgets are known before any run."),
            new Rule(type(RunbookLexer.NAME), expecting(RunbookLexer.CONSTANT).and(NAME.negate()),
                    token -> Hint.of("The values of an enumeration are written in capitals.")
                            .perhaps(token.getText(), token.getText().toUpperCase(Locale.ROOT))),
            new Rule(type(RunbookLexer.NAME), expecting(RunbookLexer.EACH).and(NAME.negate()),
                    token -> Hint.of("Steps are repeated with `for each " + token.getText() + " in …`.")
                            .safely(token.getText(), "each " + token.getText())),
            rule(any -> true, expecting(RunbookLexer.BEFORE).and(NAME.negate()),
                    "It is `rollback`, or `rollback to before STEP`."),
            new Rule(ITEMS::has, STATEMENT, token -> Hint.of("`" + token.getText()
                    + "` can't stand in a body: is a `}` missing above it?")),
            rule(STATEMENTS::has, expecting(RunbookLexer.STEP), "Statements stand in the body of a step."),
            new Rule(Words::isReserved, NAME.and(STATEMENT.negate()),
                    token -> Hint.of("`" + token.getText() + "` is a reserved word and can't be a name.")),
            rule(CAPITALS::has, NAME, "Names are written in lower case."));

    private Hints() {}

    static Optional<Hint> about(Token found, IntervalSet expected) {
        return RULES.stream().flatMap(rule -> rule.about(found, expected).stream()).findFirst()
                .or(() -> nearest(found, expected));
    }

    private static Optional<Hint> nearest(Token found, IntervalSet expected) {
        return found.getType() == RunbookLexer.NAME
                ? Nearest.hint(found.getText(), spellings(expected))
                : Optional.empty();
    }

    /** How those of the tokens that are words are spelled. */
    static List<String> spellings(IntervalSet types) {
        return types.toList().stream().map(RunbookLexer.VOCABULARY::getLiteralName).filter(Hints::isWord)
                .map(literal -> literal.substring(1, literal.length() - 1)).toList();
    }

    private static boolean isWord(String literal) {
        return literal != null && Character.isLetter(literal.charAt(1));
    }

    private static Rule rule(Predicate<Token> found, Predicate<IntervalSet> expected, String text) {
        return new Rule(found, expected, token -> Hint.of(text));
    }

    private static Predicate<Token> type(int type) {
        return token -> token.getType() == type;
    }

    private static Predicate<Token> words(String... words) {
        return token -> Set.of(words).contains(token.getText());
    }

    private static Predicate<IntervalSet> expecting(int type) {
        return expected -> expected.contains(type);
    }
}
