package dev.lifeboat.grammar;

/**
 * A line of a source with carets under the part of a span that is on it. Of a line that no terminal shows as one, only
 * the part around the span.
 *
 * @param line   without tabs
 * @param carets blanks, and at least one caret
 */
record Excerpt(String line, String carets) {

    private static final int LONGEST = 200;
    private static final int BEFORE = 60;
    private static final String CUT = "…";

    static Excerpt of(Span span) {
        var source = span.source();
        var lineStart = source.lineStart(span.line());
        var lineEnd = lineStart + source.lineText(span.line()).length();
        var isLong = lineEnd - lineStart > LONGEST;
        var from = isLong ? whole(source, Math.max(lineStart, span.start() - BEFORE)) : lineStart;
        var to = isLong ? whole(source, Math.min(Math.max(from, lineEnd), from + LONGEST)) : lineEnd;
        var cut = from > lineStart ? CUT : "";
        var end = Math.max(span.start(), Math.min(span.end(), to));
        return new Excerpt(
                DisplayWidth.expandTabs(cut + shown(source, from, Math.max(from, to)) + (to < lineEnd ? CUT : "")),
                carets(cut + shown(source, from, span.start()), shown(source, span.start(), end)));
    }

    private static String shown(Source source, int from, int to) {
        return Visible.of(source.text().substring(from, to));
    }

    /** The index, moved out of the middle of a character that takes two units. */
    private static int whole(Source source, int index) {
        var isMiddle = index > 0 && index < source.text().length()
                && Character.isLowSurrogate(source.text().charAt(index));
        return isMiddle ? index - 1 : index;
    }

    private static String carets(String before, String marked) {
        var indent = DisplayWidth.of(DisplayWidth.expandTabs(before));
        var through = DisplayWidth.of(DisplayWidth.expandTabs(before + marked));
        return " ".repeat(indent) + "^".repeat(Math.max(1, through - indent));
    }
}
