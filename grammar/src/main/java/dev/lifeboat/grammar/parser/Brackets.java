package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.EACH;
import static dev.lifeboat.grammar.parser.RunbookLexer.FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_ELSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_END;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.UNCLOSED_TEXT;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;

/** The brackets that are open at a token, and what stands in them. */
final class Brackets {

    /** What a bracket that is open holds. */
    enum Kind {
        /** Steps, phases: at the top of the file, and in the braces of a phase, `parallel`, `for each`, procedure. */
        ITEMS,
        /** Statements, and what else stands in braces. */
        BODY,
        /** Values, in parentheses and square brackets. */
        VALUES,
        /** A value within a text. */
        INTERPOLATION
    }

    static final TokenSet INTERPOLATIONS = TokenSet.of(INTERPOLATION, INTERPOLATION_IF, INTERPOLATION_ELSE,
            INTERPOLATION_FOR, INTERPOLATION_END);
    static final TokenSet OPENING = TokenSet.spelled("( [ {").and(INTERPOLATIONS);

    private static final TokenSet BRACKETS_OPEN = TokenSet.spelled("( [");
    private static final TokenSet BRACKETS_CLOSE = TokenSet.spelled(") ]");
    private static final TokenSet BRACE_OPENS = TokenSet.spelled("{");
    private static final TokenSet BRACE_CLOSES = TokenSet.spelled("}");
    private static final TokenSet ITEM_HEADS = TokenSet.spelled("phase parallel procedure");
    private static final TokenSet OTHER_HEADS = TokenSet.spelled("step manual perform template");

    /** Reserved words that begin lines and can stand in no bracket: before them, one was forgotten. */
    private static final TokenSet STATEMENTS = TokenSet.spelled("let require wait");
    /** Those that can stand in no body either. */
    private static final TokenSet ITEMS = TokenSet.spelled("step manual perform parallel");
    /** Those that can stand in no braces at all. */
    private static final TokenSet TOP_LEVEL = TokenSet
            .spelled("runbook library use param template procedure phase");

    private final Deque<Kind> open = new ArrayDeque<>();
    private int interpolations;
    private boolean itemsAhead;

    /** Whether line ends mean nothing here. */
    boolean swallowLineEnds() {
        return switch (innermost()) {
            case VALUES, INTERPOLATION -> true;
            case ITEMS, BODY -> false;
        };
    }

    boolean inBody() {
        return innermost() == Kind.BODY;
    }

    /** Where a line begins with a word that can't stand in what is open, what is open was meant to be closed. */
    void lineBegins(Token token) {
        if (interpolations > 0) {
            return;
        }
        if (TOP_LEVEL.has(token)) {
            closeWhile(kind -> true);
        } else if (ITEMS.has(token)) {
            closeWhile(kind -> kind != Kind.ITEMS);
        } else if (STATEMENTS.has(token)) {
            closeWhile(kind -> kind == Kind.VALUES);
        }
    }

    private void closeWhile(Predicate<Kind> closes) {
        while (!open.isEmpty() && closes.test(open.peek())) {
            pop();
        }
    }

    void pass(Token token, int next) {
        if (BRACKETS_OPEN.has(token)) {
            push(Kind.VALUES);
        } else if (BRACE_OPENS.has(token)) {
            push(itemsAhead && innermost() == Kind.ITEMS ? Kind.ITEMS : Kind.BODY);
            itemsAhead = false;
        } else if (INTERPOLATIONS.has(token)) {
            push(Kind.INTERPOLATION);
        } else if (BRACKETS_CLOSE.has(token)) {
            closeBracket();
        } else if (BRACE_CLOSES.has(token)) {
            closeWhile(kind -> kind == Kind.VALUES);
            pop();
        } else if (token.getType() == UNCLOSED_TEXT) {
            closeText();
        } else if (innermost() == Kind.ITEMS) {
            passHead(token, next);
        }
    }

    private void passHead(Token token, int next) {
        if (ITEM_HEADS.has(token) || token.getType() == FOR && next == EACH) {
            itemsAhead = true;
        } else if (OTHER_HEADS.has(token)) {
            itemsAhead = false;
        }
    }

    private void closeBracket() {
        if (innermost() == Kind.VALUES) {
            pop();
        }
    }

    /** All that was open within the text. */
    private void closeText() {
        while (interpolations > 0) {
            pop();
        }
    }

    private void push(Kind kind) {
        open.push(kind);
        interpolations += kind == Kind.INTERPOLATION ? 1 : 0;
    }

    private void pop() {
        interpolations -= open.poll() == Kind.INTERPOLATION ? 1 : 0;
    }

    private Kind innermost() {
        return open.isEmpty() ? Kind.ITEMS : open.peek();
    }
}
