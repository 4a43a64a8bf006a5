package dev.lifeboat.grammar;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Draws diagnostics for people: the message, the line it is about, a caret under the words at fault, what else helps. */
public final class Diagnostics {

    private static final int LONGEST = 5_000;

    private final Diagnostic diagnostic;
    private final Ink ink;
    private final StringBuilder out = new StringBuilder();
    private final int gutter;

    private Diagnostics(Diagnostic diagnostic, Ink ink) {
        this.diagnostic = diagnostic;
        this.ink = ink;
        var lastLine = diagnostic.labels().stream().mapToInt(label -> label.span().line()).max().orElse(1);
        this.gutter = Integer.toString(Math.max(lastLine, diagnostic.span().line())).length();
    }

    /** All of them, in their order, with an empty line between two. Ends with a line end unless there are none. */
    public static String render(List<Diagnostic> diagnostics, boolean colour) {
        return diagnostics.stream().map(diagnostic -> render(diagnostic, colour)).collect(Collectors.joining("\n"));
    }

    /** One diagnostic; several lines, each with its line end. */
    public static String render(Diagnostic diagnostic, boolean colour) {
        return new Diagnostics(diagnostic, colour ? Ink.COLOURED : Ink.PLAIN).draw();
    }

    private String draw() {
        var severity = diagnostic.severity();
        line(ink.severity(severity, severity.word() + "[" + diagnostic.code().id() + "]")
                + ink.bold(": " + said(diagnostic.message())));
        excerpt("-->", diagnostic.span(), carets -> ink.severity(severity, carets));
        diagnostic.labels().forEach(this::label);
        diagnostic.values().forEach(value -> note("`" + value.name() + "` is " + value.text()));
        diagnostic.notes().forEach(this::note);
        diagnostic.hint().ifPresent(hint -> line(ink.aside("hint:") + " " + said(hint)));
        return out.toString();
    }

    private void label(Diagnostic.Label label) {
        excerpt(":::", label.span(), carets -> ink.aside(carets + " " + said(label.text())));
    }

    private void excerpt(String arrow, Span span, UnaryOperator<String> marked) {
        var bar = ink.aside("|");
        var number = Integer.toString(span.line());
        var excerpt = Excerpt.of(span);
        line(" ".repeat(gutter) + ink.aside(arrow) + " " + span);
        if (span.source().text().isEmpty()) {
            return; // nothing that could be shown
        }
        line(" ".repeat(gutter + 1) + bar);
        line((" ".repeat(gutter - number.length()) + ink.aside(number) + " " + bar + " " + excerpt.line())
                .stripTrailing());
        line(" ".repeat(gutter + 1) + bar + " " + marked.apply(excerpt.carets()));
    }

    private void note(String text) {
        line(" ".repeat(gutter + 1) + ink.aside("=") + " " + said(text));
    }

    /** Of what no terminal shows as a sentence, only the beginning: a name may be as long as a file. */
    private static String said(String text) {
        return Visible.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
