package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.EOF;
import static dev.lifeboat.grammar.parser.RunbookLexer.NEWLINE;
import static dev.lifeboat.grammar.parser.RunbookLexer.OTHERWISE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what was expected: "a name, `{` or the end of the line". */
final class Expectation {

    /** What the tokens that a rule can begin with are called together; what is made of others comes first. */
    private static final Map<Integer, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put(RunbookParser.RULE_statement, "a statement");
        RULES.put(RunbookParser.RULE_item, "a step");
        RULES.put(RunbookParser.RULE_topLevel, "a declaration, a phase");
        RULES.put(RunbookParser.RULE_expression, "a value");
        RULES.put(RunbookParser.RULE_name, "a name");
        RULES.put(RunbookParser.RULE_stepClause, "a clause");
        RULES.put(RunbookParser.RULE_handler, "a handler");
        RULES.put(RunbookParser.RULE_headerClause, "a clause of the header");
        RULES.put(RunbookParser.RULE_text, "a text in quotes");
        RULES.put(RunbookParser.RULE_role, "a role such as `@on_call`");
        RULES.put(RunbookParser.RULE_duration, "a duration such as `30s`");
        RULES.put(RunbookParser.RULE_factor, "a number");
        RULES.put(RunbookParser.RULE_count, "a whole number");
        RULES.put(RunbookParser.RULE_typeName, "a type");
        RULES.put(RunbookParser.RULE_templateBody, "a text in `\"\"\"`");
    }

    /** What can follow a complete value, and is not worth naming where the value could as well be over. */
    private static final TokenSet CONTINUATIONS = TokenSet
            .spelled("or and == != < <= > >= in + - * / ?? . [ ( :");

    private static final TokenSet MISTAKES = TokenSet.of(RunbookLexer.WRONG_AND, RunbookLexer.WRONG_OR,
            RunbookLexer.WRONG_NOT, RunbookLexer.WRONG_NOT_EQUAL, RunbookLexer.WRONG_LITERAL, RunbookLexer.WRONG_TEXT,
            RunbookLexer.BAD_DATE, RunbookLexer.BAD_ESCAPE, RunbookLexer.BAD_LITERAL, RunbookLexer.BAD_ROLE,
            RunbookLexer.BAD_WORD, RunbookLexer.UNCLOSED_TEXT);

    /** What a text consists of: where it should have ended, this is not worth naming. */
    private static final TokenSet TEXT = TokenSet.of(RunbookLexer.CHARACTERS, RunbookLexer.ESCAPE,
            RunbookLexer.INTERPOLATION, RunbookLexer.INTERPOLATION_IF, RunbookLexer.INTERPOLATION_FOR);

    private final IntervalSet left;
    private final List<String> words = new ArrayList<>();

    private Expectation(IntervalSet expected) {
        this.left = new IntervalSet(expected);
    }

    static String of(IntervalSet expected) {
        var expectation = new Expectation(expected);
        expectation.leaveOutContinuations();
        expectation.nameRules();
        expectation.nameTokens();
        return expectation.enumerate();
    }

    static IntervalSet first(int rule) {
        return RunbookParser._ATN.nextTokens(RunbookParser._ATN.ruleToStartState[rule]);
    }

    private void leaveOutContinuations() {
        if (left.contains(OTHERWISE)) {
            left.remove(RunbookLexer.ASSIGN);
            var rest = new IntervalSet(left);
            rest.toList().stream().filter(type -> CONTINUATIONS.has(type) || MISTAKES.has(type)).forEach(rest::remove);
            left.toList().stream().filter(type -> !rest.isNil() && !rest.contains(type)).forEach(left::remove);
        }
    }

    private void nameRules() {
        RULES.forEach((rule, word) -> {
            var first = first(rule);
            if (first.subtract(left).isNil()) {
                words.addAll(List.of(word.split(", ")));
                first.toList().forEach(left::remove);
            }
        });
    }

    private void nameTokens() {
        if (left.contains(NEWLINE)) {
            left.remove(EOF);
        }
        if (left.contains(RunbookLexer.INTERPOLATION_END) || left.contains(RunbookLexer.BLOCK_CLOSE)) {
            left.toList().stream().filter(TEXT::has).forEach(left::remove);
        }
        left.toList().stream().filter(type -> !MISTAKES.has(type)).sorted(Expectation::wordsFirst)
                .forEach(type -> words.add(nameOf(type)));
    }

    /** The ends come last: "`{` or the end of the line". */
    private static int wordsFirst(int left, int right) {
        var ends = TokenSet.of(NEWLINE, RunbookLexer.RBRACE);
        return Boolean.compare(left == EOF || ends.has(left), right == EOF || ends.has(right));
    }

    private static String nameOf(int type) {
        return switch (type) {
            case EOF -> "the end of the file";
            case NEWLINE -> "the end of the line";
            case RunbookLexer.CONSTANT -> "a word in capitals such as `DEAD`";
            case RunbookLexer.NAME -> "a name";
            case RunbookLexer.TEXT_OPEN -> "a text in quotes";
            case RunbookLexer.TEXT_CLOSE -> "`\"`";
            case RunbookLexer.BLOCK_OPEN, RunbookLexer.BLOCK_CLOSE -> "`\"\"\"`";
            case RunbookLexer.INTERPOLATION_END -> "`${end}`";
            case RunbookLexer.INTERPOLATION_ELSE -> "`${else}`";
            default -> {
                var literal = RunbookLexer.VOCABULARY.getDisplayName(type);
                yield "`" + literal.substring(1, literal.length() - 1) + "`";
            }
        };
    }

    private String enumerate() {
        var most = words.size() - 1;
        return most < 1 ? String.join("", words) : String.join(", ", words.subList(0, most)) + " or " + words.get(most);
    }
}
