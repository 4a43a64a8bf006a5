package dev.lifeboat.grammar.fuzz;

import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_DATE;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_ESCAPE;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_LITERAL;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_ROLE;
import static dev.lifeboat.grammar.parser.RunbookLexer.BAD_WORD;
import static dev.lifeboat.grammar.parser.RunbookLexer.BLOCK_CLOSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.BLOCK_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.CHARACTERS;
import static dev.lifeboat.grammar.parser.RunbookLexer.CONSTANT;
import static dev.lifeboat.grammar.parser.RunbookLexer.DECIMAL;
import static dev.lifeboat.grammar.parser.RunbookLexer.DURATION;
import static dev.lifeboat.grammar.parser.RunbookLexer.EOF;
import static dev.lifeboat.grammar.parser.RunbookLexer.ESCAPE;
import static dev.lifeboat.grammar.parser.RunbookLexer.INT;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_ELSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_END;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.INTERPOLATION_IF;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;
import static dev.lifeboat.grammar.parser.RunbookLexer.NEWLINE;
import static dev.lifeboat.grammar.parser.RunbookLexer.PERCENT;
import static dev.lifeboat.grammar.parser.RunbookLexer.RBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.ROLE;
import static dev.lifeboat.grammar.parser.RunbookLexer.SIZE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_CLOSE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.TIMESTAMP;
import static dev.lifeboat.grammar.parser.RunbookLexer.UNCLOSED_TEXT;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_AND;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_LITERAL;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_NOT;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_OR;
import static dev.lifeboat.grammar.parser.RunbookLexer.WRONG_TEXT;
import static java.util.Map.entry;

import dev.lifeboat.grammar.parser.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes tokens out as a person might: with words that mean something, and with comments and line ends here and there. */
public final class Spelling {

    private static final Map<Integer, List<String>> SPELLINGS = Map.ofEntries(
            entry(INT, List.of("0", "1", "3", "12", "1_000")), entry(DECIMAL, List.of("0.25", "1.5")),
            entry(DURATION, List.of("30s", "5m", "1h30m", "250ms", "90d")), entry(SIZE, List.of("10GB", "1.5TB", "4B")),
            entry(PERCENT, List.of("95%", "99.9%")),
            entry(TIMESTAMP, List.of("2026-01-01T12:30:00Z", "2026-01-01T12:30+02:00")),
            entry(CONSTANT, List.of("DEAD", "HUNG", "ALIVE", "SQL")),
            entry(WRONG_AND, List.of("AND", "&&")), entry(WRONG_OR, List.of("OR", "||")),
            entry(WRONG_NOT, List.of("NOT", "!")), entry(WRONG_LITERAL, List.of("NULL", "TRUE")),
            entry(BAD_LITERAL, List.of("30sec", "01", "1h30", "10gb")),
            entry(BAD_DATE, List.of("2026-01-01", "2026-01-01T12:00")), entry(BAD_ROLE, List.of("@", "@Cto", "@a-b")),
            entry(BAD_WORD, List.of("Db1", "_x", "dB")), entry(WRONG_TEXT, List.of("'text'", "''")),
            entry(TEXT_OPEN, List.of("\"")), entry(TEXT_CLOSE, List.of("\"")),
            entry(BLOCK_OPEN, List.of("\"\"\"\n  ", "\"\"\"\n\n    ")),
            entry(BLOCK_CLOSE, List.of("\n\"\"\"", "\n  \"\"\"")),
            entry(CHARACTERS, List.of("text ", "a b", "$", "é", "🦄", "'x'", "#", "{", "}")),
            entry(ESCAPE, List.of("\\n", "\\\\", "\\\"", "\\t", "\\${")), entry(BAD_ESCAPE, List.of("\\q", "\\'")),
            entry(INTERPOLATION, List.of("${")), entry(INTERPOLATION_IF, List.of("${")),
            entry(INTERPOLATION_ELSE, List.of("${")), entry(INTERPOLATION_FOR, List.of("${")),
            entry(INTERPOLATION_END, List.of("${")), entry(UNCLOSED_TEXT, List.of("\n")));

    private static final List<String> LINE_ENDS = List.of("\n", "\n\n\n", "\r\n", "  # note\n", "\n    # note ⛵\n");

    private final List<String> names;
    private final List<String> roles;
    private final Random random;
    /** The tokens whose end is still to come: braces, texts, and interpolations in them. */
    private final Deque<Integer> open = new ArrayDeque<>();

    /** @param names what is called, declared and used */
    public Spelling(List<String> names, List<String> roles, Random random) {
        this.names = List.copyOf(names);
        this.roles = List.copyOf(roles);
        this.random = random;
    }

    String of(List<Integer> tokens) {
        var text = new StringBuilder();
        open.clear();
        tokens.stream().filter(token -> token != EOF).forEach(token -> add(token, text));
        return text.append('\n').toString();
    }

    private void add(int token, StringBuilder text) {
        if (!isInText() && !text.isEmpty()) {
            text.append(blank());
        }
        text.append(spelled(token));
        switch (token) {
            case TEXT_OPEN, BLOCK_OPEN, LBRACE, INTERPOLATION, INTERPOLATION_IF, INTERPOLATION_ELSE, INTERPOLATION_FOR,
                    INTERPOLATION_END ->
                open.push(token);
            case TEXT_CLOSE, BLOCK_CLOSE, RBRACE, UNCLOSED_TEXT -> open.poll();
            default -> {
            }
        }
    }

    private boolean isInText() {
        return !open.isEmpty() && (open.peek() == TEXT_OPEN || open.peek() == BLOCK_OPEN);
    }

    /** Seldom a line end where none is asked for: it ends something, or doesn't. */
    private String blank() {
        return random.nextInt(150) == 0 ? one(LINE_ENDS) : " ";
    }

    private String spelled(int token) {
        return switch (token) {
            case NAME -> one(names);
            case ROLE -> "@" + one(roles);
            case NEWLINE -> random.nextInt(8) == 0 ? one(LINE_ENDS) : "\n";
            default -> SPELLINGS.containsKey(token) ? one(SPELLINGS.get(token)) : literal(token);
        };
    }

    private static String literal(int token) {
        var quoted = RunbookLexer.VOCABULARY.getLiteralName(token);
        return quoted.substring(1, quoted.length() - 1);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
