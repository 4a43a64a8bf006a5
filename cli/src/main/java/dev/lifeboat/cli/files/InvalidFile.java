package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import java.util.List;

/** A file that can't be used, with everything that is wrong with it. The command ends with status 65. */
public final class InvalidFile extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    public InvalidFile(List<Diagnostic> diagnostics) {
        super("The file has errors.", null, false, false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
