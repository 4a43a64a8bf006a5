package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a tree: the program, if it had no error, and all that there is to say about it, in the order of the
 * text.
 */
public record Checked(Optional<CheckedRunbook> program, List<Diagnostic> diagnostics) {

    public Checked {
        diagnostics = List.copyOf(diagnostics);
    }
}
