package dev.lifeboat.builtins.mysql.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of SQL, as MySQL's own scanner sees them: without comments and white space, quoted things as one. A comment
 * that MySQL executes ({@code /*!80000 … *}{@code /}) is read like what stands around it.
 */
final class SqlTokens {
    /** Stands where a value is interpolated. */
    static final char HOLE = '\uFFFC';
    private static final String QUOTES = "'\"`";

    enum Kind {
        WORD, QUOTED, SEMICOLON, OTHER
    }

    /** @param text in capitals */
    record Token(Kind kind, String text, int start, int end) {
        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        SqlTokens scanner = new SqlTokens(sql);
        while (scanner.at < sql.length()) {
            scanner.next();
        }
        return scanner.tokens;
    }

    private void next() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '#' || sql.startsWith("--", at) && isDash()) {
            at = until("\n", at);
        } else if (sql.startsWith("/*!", at)) {
            at = behindDigits(at + "/*!".length());
        } else if (sql.startsWith("/*", at)) {
            at = until("*/", at + 2);
        } else if (sql.startsWith("*/", at)) {
            at += 2;
        } else if (QUOTES.indexOf(c) >= 0) {
            add(Kind.QUOTED, quoted(c));
        } else if (isWordPart(c)) {
            add(Kind.WORD, word());
        } else {
            add(c == ';' ? Kind.SEMICOLON : Kind.OTHER, at + 1);
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, sql.substring(at, end).toUpperCase(Locale.ROOT), at, end));
        at = end;
    }

    /** Two dashes begin a comment only with white space behind. */
    private boolean isDash() {
        return at + 2 >= sql.length() || sql.charAt(at + 2) <= ' ';
    }

    private int until(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }

    private int behindDigits(int from) {
        int end = from;
        while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A quote that is doubled or escaped does not end it. */
    private int quoted(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            if (c == '\\' && quote != '`') {
                end++;
            } else if (c == quote) {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }

    private int word() {
        int end = at;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What is interpolated into a word is part of it: `${x}` beside letters makes another word. */
    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == HOLE;
    }
}
