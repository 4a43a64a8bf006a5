package dev.lifeboat.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What became of a text.
 *
 * @param tree        empty if the text has an error
 * @param partial     what could be read nevertheless: only beside errors, and only for whole files
 * @param diagnostics all that there is to say about it, in the order of the text
 */
public record Parsed<T>(Optional<T> tree, Optional<Partial<T>> partial, List<Diagnostic> diagnostics) {

    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }

    public Parsed(Optional<T> tree, List<Diagnostic> diagnostics) {
        this(tree, Optional.empty(), diagnostics);
    }
}
