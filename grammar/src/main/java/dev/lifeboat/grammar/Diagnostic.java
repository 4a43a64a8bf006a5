package dev.lifeboat.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a person has to know about a file.
 *
 * @param message one full sentence: what was found and what was expected, names in backticks
 * @param span    the words at fault
 * @param notes   lines beneath the excerpt: a sum spelled out, the other side of a contradiction
 * @param hint    what to do about it, a full sentence
 * @param fixes   how to do it, where edits of the text follow; the one that most probably was meant comes first
 * @param labels  further places that belong to it
 * @param values  the values of the names in the words at fault, where they are known
 */
public record Diagnostic(Severity severity, Code code, String message, Span span, List<String> notes,
        Optional<String> hint, List<Fix> fixes, List<Label> labels, List<Value> values) {

    /** Another place of the same finding, with a word about it: "`x` was bound here first". */
    public record Label(Span span, String text) {}

    /** The value that a name had. */
    public record Value(String name, String text) {}

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(span, "span");
        notes = List.copyOf(notes);
        fixes = List.copyOf(fixes);
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    public static Diagnostic error(Code code, String message, Span span) {
        return of(Severity.ERROR, code, message, span);
    }

    public static Diagnostic warning(Code code, String message, Span span) {
        return of(Severity.WARNING, code, message, span);
    }

    private static Diagnostic of(Severity severity, Code code, String message, Span span) {
        return new Diagnostic(severity, code, message, span, List.of(), Optional.empty(), List.of(), List.of(),
                List.of());
    }

    public Diagnostic hint(String text) {
        return new Diagnostic(severity, code, message, span, notes, Optional.of(text), fixes, labels, values);
    }

    /** With what it proposes to write instead of the words at fault. */
    public Diagnostic hint(Hint hint) {
        var hinted = hint(hint.text());
        for (var replacement : hint.replacements()) {
            hinted = replacement.at(span).map(hinted::fix).orElse(hinted);
        }
        return hinted;
    }

    public Diagnostic fix(Fix fix) {
        return new Diagnostic(severity, code, message, span, notes, hint, with(fixes, fix), labels, values);
    }

    public Diagnostic note(String text) {
        return new Diagnostic(severity, code, message, span, with(notes, text), hint, fixes, labels, values);
    }

    public Diagnostic label(Span other, String text) {
        return new Diagnostic(severity, code, message, span, notes, hint, fixes, with(labels, new Label(other, text)),
                values);
    }

    public Diagnostic value(String name, String text) {
        return new Diagnostic(severity, code, message, span, notes, hint, fixes, labels,
                with(values, new Value(name, text)));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static <T> List<T> with(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
