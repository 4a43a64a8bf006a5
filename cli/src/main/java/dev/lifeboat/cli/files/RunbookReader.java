package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Partial;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Checked;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** Reads and checks runbooks; what several of them share is read once. */
public final class RunbookReader {
    private final Function<RunbookRoot, Checker> checkers;
    private final Map<Path, Root> roots = new HashMap<>();

    private record Root(RunbookRoot root, Checker checker, LibraryLoader libraries) {}

    /** @param checkers the checker for the runbooks under a root, with what its settings and inventory say */
    public RunbookReader(Function<RunbookRoot, Checker> checkers) {
        this.checkers = checkers;
    }

    public RunbookFile read(Path path) {
        Source source = TextFile.read(path, "runbook");
        RunbookRoot found = RunbookRoot.of(path);
        Root root = roots.computeIfAbsent(found.folder(),
                folder -> new Root(found, checkers.apply(found), new LibraryLoader(found)));
        Parsed<SourceFile> parsed = root.libraries().parsed(root.root().nameOf(path), source);
        return check(path, root, source, parsed);
    }

    private static RunbookFile check(Path path, Root root, Source source, Parsed<SourceFile> parsed) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put(root.root().nameOf(path), source.text());
        List<Diagnostic> problems = new ArrayList<>();
        Libraries libraries = parsed.tree().or(() -> parsed.partial().map(Partial::tree))
                .map(tree -> root.libraries().of(tree, problems, files)).orElse(Libraries.NONE);
        Checked checked = root.checker().check(parsed, libraries);
        problems.addAll(checked.diagnostics());
        boolean failed = problems.stream().anyMatch(Diagnostic::isError);
        return new RunbookFile(path, root.root(), failed ? Optional.empty() : checked.program(), problems, files);
    }
}
