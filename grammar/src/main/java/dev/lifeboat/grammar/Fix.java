package dev.lifeboat.grammar;

import java.util.List;

/**
 * A change of the text that puts a finding right.
 *
 * @param title what it does, a full sentence
 * @param safe  whether it is what was meant beyond doubt: then it may be made without asking
 * @param edits don't overlap
 */
public record Fix(String title, boolean safe, List<Edit> edits) {

    /** What stands at the span becomes the text; of an empty span, the text is put there. */
    public record Edit(Span span, String text) {}

    public Fix {
        edits = List.copyOf(edits);
    }

    /** Of a single edit, as most are. */
    public Fix(String title, boolean safe, Edit edit) {
        this(title, safe, List.of(edit));
    }
}
