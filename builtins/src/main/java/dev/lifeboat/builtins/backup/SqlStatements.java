package dev.lifeboat.builtins.backup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells the statements of a stream of SQL apart as the client {@code mysql} does: by quotes, comments and the delimiter, and no more; counts the tuples of each INSERT. Made for hundreds of megabytes a
 * second: what is in a text is passed over in one loop.
 */
final class SqlStatements {
    private static final int MOST_OF_A_COMMENT = 4 * 1024 * 1024;
    private static final byte[] USUAL = {';'};
    private static final String DELIMITER = "DELIMITER ";
    private static final FirstOfTwo TEXT_ENDS = FirstOfTwo.of('\'', '\\');
    private static final FirstOfTwo QUOTES_END = FirstOfTwo.of('"', '\\');
    private static final boolean[] MEANS_NOTHING = new boolean[128];

    static {
        for (char c = 0; c < MEANS_NOTHING.length; c++) {
            MEANS_NOTHING[c] = Character.isLetterOrDigit(c) || c == ',' || c == '.';
        }
    }

    private final Listener listener;
    private final SqlStatement statement = new SqlStatement();
    private final ByteArrayOutputStream comment = new ByteArrayOutputStream();
    private Place place = Place.CODE;
    private byte[] delimiter = USUAL;
    private int matched;

    interface Listener {
        /** A comment to the line's end that stands between statements, without its dashes. */
        void comment(String text);

        /** @param beginning of an INSERT all up to its first tuple, of others all, without what ends it */
        void statement(String beginning, long tuples);
    }

    private enum Place {
        CODE,
        TEXT,
        TEXT_ESCAPED,
        QUOTES,
        QUOTES_ESCAPED,
        NAME,
        DASH,
        DASHES,
        LINE_COMMENT,
        SLASH,
        COMMENT_BEGUN,
        COMMENT,
        COMMENT_STAR,
        STAR,
        DELIMITER_LINE
    }

    SqlStatements(Listener listener) {
        this.listener = listener;
    }

    void feed(byte[] bytes, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end) {
            at = switch (place) {
                case TEXT -> text(bytes, at, end, TEXT_ENDS, Place.TEXT_ESCAPED);
                case QUOTES -> text(bytes, at, end, QUOTES_END, Place.QUOTES_ESCAPED);
                case CODE -> tuple(bytes, at, end);
                default -> {
                    one(bytes[at]);
                    yield at + 1;
                }
            };
        }
    }

    /** The last line may lack its end. */
    void end() {
        if (place == Place.LINE_COMMENT || place == Place.DASHES) {
            commentEnds();
        } else {
            statementEnds();
        }
    }

    private int text(byte[] bytes, int from, int end, FirstOfTwo ends, Place escaped) {
        int at = ends.in(bytes, from, end);
        if (at < end) {
            place = bytes[at] == '\\' ? escaped : Place.CODE;
            at++;
        }
        statement.keep(bytes, from, at);
        return at;
    }

    /** Numbers, hexadecimal values, NULL and commas in a tuple mean nothing, and are most of what is code. */
    private int tuple(byte[] bytes, int from, int end) {
        int at = from;
        if (statement.isInTuples() && matched == 0 && delimiter == USUAL) {
            while (at < end && bytes[at] >= 0 && MEANS_NOTHING[bytes[at]]) {
                at++;
            }
        }
        if (at < end) {
            code(bytes[at]);
            at++;
        }
        return at;
    }

    private void one(byte b) {
        switch (place) {
            case CODE -> code(b);
            case TEXT_ESCAPED -> passed(b, Place.TEXT);
            case QUOTES_ESCAPED -> passed(b, Place.QUOTES);
            case TEXT, QUOTES -> throw new IllegalStateException("Texts are passed over in one go.");
            case NAME -> passed(b, b == '`' ? Place.CODE : Place.NAME);
            case DASH -> afterDash(b);
            case DASHES -> afterDashes(b);
            case LINE_COMMENT -> lineComment(b);
            case SLASH -> afterSlash(b);
            case COMMENT_BEGUN -> place = b == '!' ? Place.CODE : b == '*' ? Place.COMMENT_STAR : Place.COMMENT;
            case COMMENT -> place = b == '*' ? Place.COMMENT_STAR : Place.COMMENT;
            case COMMENT_STAR ->
                place = b == '/' ? Place.CODE : b == '*' ? Place.COMMENT_STAR : Place.COMMENT;
            case STAR -> afterStar(b);
            case DELIMITER_LINE -> delimiterLine(b);
        }
    }

    private void passed(byte b, Place next) {
        statement.keep(b);
        place = next;
    }

    private void code(byte b) {
        if (matches(b)) {
            return;
        }
        switch (b) {
            case '\'' -> passed(b, Place.TEXT);
            case '"' -> passed(b, Place.QUOTES);
            case '`' -> passed(b, Place.NAME);
            case '-' -> place = Place.DASH;
            case '#' -> place = Place.LINE_COMMENT;
            case '/' -> place = Place.SLASH;
            case '*' -> place = Place.STAR;
            case '(' -> statement.open();
            case ')' -> statement.close();
            case ' ', '\n', '\r', '\t' -> space(b);
            default -> statement.word(b);
        }
    }

    private void space(byte b) {
        if (!statement.isEmpty()) {
            statement.keep(b);
            if (statement.is(DELIMITER)) {
                statement.reset();
                place = Place.DELIMITER_LINE;
            }
        }
    }

    private boolean matches(byte b) {
        if (b != delimiter[matched]) {
            if (matched > 0) {
                statement.keep(delimiter, 0, matched);
                matched = 0;
                return matches(b);
            }
            return false;
        }
        matched++;
        if (matched == delimiter.length) {
            matched = 0;
            statementEnds();
        }
        return true;
    }

    private void statementEnds() {
        if (!statement.isEmpty()) {
            listener.statement(statement.beginning(), statement.tuples());
        }
        statement.reset();
    }

    private void afterDash(byte b) {
        if (b == '-') {
            place = Place.DASHES;
        } else {
            noComment("-", b);
        }
    }

    private void afterDashes(byte b) {
        if (b == '\n') {
            commentEnds();
        } else if (b == ' ' || b == '\t' || b == '\r') {
            place = Place.LINE_COMMENT;
        } else {
            noComment("--", b);
        }
    }

    private void noComment(String begun, byte b) {
        statement.keep(begun.getBytes(StandardCharsets.US_ASCII), 0, begun.length());
        place = Place.CODE;
        code(b);
    }

    private void lineComment(byte b) {
        if (b == '\n') {
            commentEnds();
        } else if (comment.size() < MOST_OF_A_COMMENT) {
            comment.write(b);
        }
    }

    private void commentEnds() {
        if (statement.isEmpty()) {
            listener.comment(comment.toString(StandardCharsets.UTF_8));
        }
        comment.reset();
        place = Place.CODE;
    }

    private void afterSlash(byte b) {
        if (b == '*') {
            place = Place.COMMENT_BEGUN;
        } else {
            noComment("/", b);
        }
    }

    /** The end of a comment whose content is code for some versions. */
    private void afterStar(byte b) {
        if (b == '/') {
            place = Place.CODE;
        } else {
            noComment("*", b);
        }
    }

    private void delimiterLine(byte b) {
        if (b != '\n') {
            comment.write(b);
            return;
        }
        String wanted = comment.toString(StandardCharsets.UTF_8).strip();
        comment.reset();
        place = Place.CODE;
        delimiter = wanted.isEmpty() ? USUAL : wanted.getBytes(StandardCharsets.UTF_8);
        matched = 0;
    }
}
