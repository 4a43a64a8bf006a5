package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A runbook as a journal holds it, with its libraries. */
public final class RecordedRunbook {
    private RecordedRunbook() {}

    /**
     * @param files the runbook first
     * @throws InvalidFile where this version of Lifeboat finds errors in it
     */
    public static CheckedRunbook of(SequencedMap<String, String> files, Checker checker) {
        List<Diagnostic> problems = new ArrayList<>();
        SequencedMap<String, SourceFile.Library> libraries = new LinkedHashMap<>();
        files.forEach((name, text) -> {
            var parsed = RunbookSyntax.parse(Source.of(name, text));
            problems.addAll(parsed.diagnostics());
            if (parsed.tree().isPresent() && parsed.tree().get() instanceof SourceFile.Library library) {
                libraries.put(name, library);
            }
        });
        var runbook = RunbookSyntax.parse(Source.of(files.firstEntry().getKey(), files.firstEntry().getValue()));
        var checked = checker.check(runbook, new Libraries(libraries, List.of()));
        problems.addAll(checked.diagnostics());
        return checked.program().orElseThrow(() -> new InvalidFile(problems));
    }
}
