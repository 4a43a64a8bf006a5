package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.budget.Budgets;
import java.util.List;
import java.util.Optional;

/**
 * What became of a tree: the program, if it had no error, and all that there is to say about it, in the order of the
 * text.
 *
 * @param budgets its times, where it is a runbook and has no errors but that it does not keep them
 */
public record Checked(Optional<CheckedRunbook> program, Optional<Budgets> budgets, List<Diagnostic> diagnostics) {

    public Checked {
        diagnostics = List.copyOf(diagnostics);
    }
}
