package dev.lifeboat.grammar;

import java.util.Objects;

/**
 * A stretch of a source, from {@code start} up to but not including {@code end}, both UTF-16 indices into its text.
 * Every node of the tree and every diagnostic has one; a span of length 0 points between two characters.
 */
public record Span(Source source, int start, int end) {

    public Span {
        Objects.requireNonNull(source, "source");
        Objects.checkFromToIndex(start, end, source.text().length());
    }

    /** The line of the first character, counted from 1. */
    public int line() {
        return source.lineAt(start);
    }

    /** The column of the first character, counted from 1 in characters (code points): a tab and an emoji count one. */
    public int column() {
        return source.columnAt(start);
    }

    /** The line of the last character, counted from 1. */
    public int endLine() {
        return source.lineAt(Math.max(start, end - 1));
    }

    /** The spelling: what the source says here. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** From the beginning of this span to the end of the other. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    /** The empty span just behind this one. */
    public Span after() {
        return new Span(source, end, end);
    }

    /** `file:line:column`, as people and editors write it. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
