package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_END;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.THEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.UNCLOSED_TEXT;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_AND;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_NOT;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_OR;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/**
 * How deep a file nests. Bounded, so that neither the parser nor anyone who walks the tree runs out of stack; counted
 * on tokens, since the parser would be too late. Brackets count, and within one all operators up to the next comma or
 * line, since each may nest the tree once.
 */
final class Nesting {

    static final int LIMIT = 200;

    private static final TokenSet CLOSING = TokenSet.spelled(") ] }");
    private static final TokenSet SEPARATORS = TokenSet.of(RunbookLexer.NEWLINE, RunbookLexer.COMMA);
    private static final TokenSet OPERATORS = TokenSet
            .spelled("or and not == != <> < <= > >= in + - * / ?? = . if list").and(WRONG_AND, WRONG_OR, WRONG_NOT);

    /** An open bracket: which, and what stands in it since the last separator. */
    private static final class Open {
        private final int type;
        private int operators;
        /** How many `if` wait for their `then`. */
        private int conditions;

        Open(int type) {
            this.type = type;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>(List.of(new Open(LBRACE)));
    private int depth;
    private int templateParts;

    private Nesting() {}

    /** The first token that is nested too deeply. */
    static Optional<CommonToken> tooDeep(List<CommonToken> tokens) {
        var nesting = new Nesting();
        for (var token : tokens) {
            nesting.pass(token);
            if (nesting.depth + nesting.templateParts > LIMIT) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private void pass(CommonToken token) {
        if (Brackets.OPENING.has(token)) {
            open.push(new Open(token.getType()));
            depth++;
        } else if (CLOSING.has(token)) {
            close();
        } else if (token.getType() == UNCLOSED_TEXT) {
            closeText();
        } else if (SEPARATORS.has(token)) {
            forgetOperators();
        } else if (OPERATORS.has(token)) {
            open.peek().operators++;
            depth++;
        }
        countConditions(token.getType());
    }

    private void countConditions(int type) {
        if (type == IF) {
            open.peek().conditions++;
        } else if (type == THEN) {
            open.peek().conditions--;
        }
    }

    private void close() {
        if (open.size() > 1) {
            forgetOperators();
            depth--;
            closed(open.pop());
        }
    }

    private void closeText() {
        while (open.stream().anyMatch(bracket -> Brackets.INTERPOLATIONS.has(bracket.type))) {
            close();
        }
    }

    private void closed(Open bracket) {
        switch (bracket.type) {
            case LBRACE -> forgetOperators();
            case INTERPOLATION_FOR -> templateParts++;
            case INTERPOLATION_IF -> templateParts += isPart(bracket) ? 1 : 0;
            case INTERPOLATION_END -> templateParts = Math.max(0, templateParts - 1);
            default -> {
            }
        }
    }

    /** `${if c}` nests up to its `${end}`; `${if c then a else b}` is a value and doesn't. */
    private static boolean isPart(Open bracket) {
        return bracket.conditions > 0;
    }

    private void forgetOperators() {
        depth -= open.peek().operators;
        open.peek().operators = 0;
    }
}
