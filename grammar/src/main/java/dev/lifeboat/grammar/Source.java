package dev.lifeboat.grammar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text under a name, with its lines. The only place where positions are converted: ANTLR counts code points, Java
 * and the editor protocol count UTF-16 units, people count lines and characters.
 */
public final class Source {

    /** The largest file that is read, in bytes. */
    public static final int LIMIT_BYTES = 10 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final int[] astral;
    private final Optional<Unreadable> unreadable;

    private Source(String name, String text, Optional<Unreadable> unreadable) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.astral = astralPositions(text);
        this.unreadable = unreadable;
    }

    /** A source of a text. A byte order mark at its beginning is dropped. */
    public static Source of(String name, String text) {
        if (text.length() > LIMIT_BYTES) {
            return tooLarge(name, text.length());
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return undecodable(name, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        }
        return text(name, text);
    }

    /**
     * A source of the bytes of a file. Bytes that are no text, or too many of them, are no exception: parsing such a
     * source yields the diagnostic that says so.
     */
    public static Source read(String name, byte[] bytes) {
        if (bytes.length > LIMIT_BYTES) {
            return tooLarge(name, bytes.length);
        }
        try {
            return text(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            return undecodable(name, new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static Source text(String name, String marked) {
        var text = withoutMark(marked);
        var zero = text.indexOf('\0');
        return new Source(name, text, zero < 0 ? Optional.empty() : Optional.of(new Unreadable.NotText(zero)));
    }

    private static Source tooLarge(String name, int size) {
        return new Source(name, "", Optional.of(new Unreadable.TooLarge(size)));
    }

    private static Source undecodable(String name, String repaired) {
        var text = withoutMark(repaired);
        return new Source(name, text, Optional.of(new Unreadable.NotText(Math.max(0, text.indexOf('\uFFFD')))));
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** What the file is called in messages: a path relative to the runbooks' root, or a word such as `input`. */
    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Why this source can't be parsed, if it can't. */
    Optional<Unreadable> unreadable() {
        return unreadable;
    }

    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The whole text. */
    public Span whole() {
        return span(0, text.length());
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The line, counted from 1, that holds the UTF-16 index. */
    public int lineAt(int index) {
        var found = Arrays.binarySearch(lineStarts, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, counted from 1 in code points, of the UTF-16 index. */
    public int columnAt(int index) {
        return text.codePointCount(lineStart(lineAt(index)), index) + 1;
    }

    /** The UTF-16 index at which the line, counted from 1, begins. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The text of the line, counted from 1, without what ends it. */
    public String lineText(int line) {
        var end = line < lineStarts.length ? lineStarts[line] : text.length();
        return text.substring(lineStart(line), end).stripTrailing();
    }

    /** The UTF-16 index of a position that is counted in code points, as ANTLR counts. */
    public int indexOfCodePoint(int codePoint) {
        if (astral.length == 0) {
            return codePoint;
        }
        var found = Arrays.binarySearch(astral, codePoint);
        return codePoint + (found >= 0 ? found : -found - 1);
    }

    /** The positions, in code points, of the characters that take two UTF-16 units. */
    private static int[] astralPositions(String text) {
        var positions = IntStream.builder();
        var seen = 0;
        for (var index = 0; index < text.length(); index++) {
            if (Character.isHighSurrogate(text.charAt(index))) {
                positions.add(index - seen++);
            }
        }
        return positions.build().toArray();
    }

    private static int[] lineStarts(String text) {
        var starts = new int[16];
        var count = 1;
        for (var index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = index + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Why a file is not read. */
    sealed interface Unreadable {

        record TooLarge(int bytes) implements Unreadable {}

        /** @param index of the first thing that is no character */
        record NotText(int index) implements Unreadable {}
    }
}
