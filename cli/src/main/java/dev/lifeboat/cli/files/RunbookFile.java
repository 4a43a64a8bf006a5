package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.budget.Budgets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A runbook, read and checked.
 *
 * @param program     empty where it has errors, and for a library
 * @param budgets     its times, where it is a runbook and has no errors but that it does not keep them
 * @param files       the texts of it and of its libraries, by path below the root; itself first
 */
public record RunbookFile(Path path, RunbookRoot root, Optional<CheckedRunbook> program, Optional<Budgets> budgets,
        List<Diagnostic> diagnostics, SequencedMap<String, String> files) {

    /** @throws InvalidFile where it has errors, or is a library */
    public CheckedRunbook needProgram() {
        return program.orElseThrow(() -> diagnostics.stream().anyMatch(Diagnostic::isError)
                ? new InvalidFile(diagnostics)
                : new UsageProblem("`" + path + "` is a library: only runbooks can be run."));
    }
}
