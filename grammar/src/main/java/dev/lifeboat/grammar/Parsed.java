package dev.lifeboat.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What became of a text: its tree, if it had no error, and all that there is to say about it, in the order of the
 * text.
 */
public record Parsed<T>(Optional<T> tree, List<Diagnostic> diagnostics) {

    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }
}
