package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Partial;
import dev.lifeboat.grammar.RunbookSyntax;
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

/** Reads and checks runbooks. What several of them share is read once and kept; of the runbooks themselves nothing is. */
public final class RunbookReader {
    private final Function<RunbookRoot, Checker> checkers;
    private final Map<Path, Root> byFolder = new HashMap<>();
    private final Map<Path, Root> byRoot = new HashMap<>();

    /** What the runbooks under a root have in common, with what is wrong with its settings and its inventory. */
    private record Root(RunbookRoot root, Checker checker, LibraryLoader libraries, List<Diagnostic> problems) {}

    /** @param checkers the checker for the runbooks under a root, with what its settings and inventory say; may throw {@link InvalidFile} */
    public RunbookReader(Function<RunbookRoot, Checker> checkers) {
        this.checkers = checkers;
    }

    /** @throws InvalidFile where nobody can see what is in it */
    public RunbookFile read(Path path) {
        Source source = TextFile.read(path, "runbook");
        Root root = root(path);
        return check(path, root, source, root.libraries().parsed(root.root().nameOf(path), source));
    }

    /** Of a text that is not, or not yet, what the file holds. */
    public RunbookFile read(Path path, Source source) {
        return check(path, root(path), source, RunbookSyntax.parse(source));
    }

    private Root root(Path runbook) {
        return byFolder.computeIfAbsent(runbook.toAbsolutePath().normalize().getParent(),
                folder -> byRoot.computeIfAbsent(RunbookRoot.around(runbook), this::load));
    }

    private Root load(Path folder) {
        try {
            return with(RunbookRoot.read(folder));
        } catch (InvalidFile settings) {
            return without(RunbookRoot.bare(folder), settings);
        }
    }

    private Root with(RunbookRoot root) {
        try {
            return new Root(root, checkers.apply(root), new LibraryLoader(root), List.of());
        } catch (InvalidFile inventory) {
            return without(root, inventory);
        }
    }

    /** Its runbooks are checked nevertheless, with no names to compare with. */
    private Root without(RunbookRoot root, InvalidFile why) {
        return new Root(root, checkers.apply(RunbookRoot.bare(root.folder())), new LibraryLoader(root),
                why.diagnostics());
    }

    private static RunbookFile check(Path path, Root root, Source source, Parsed<SourceFile> parsed) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put(root.root().nameOf(path), source.text());
        List<Diagnostic> problems = new ArrayList<>(root.problems());
        Libraries libraries = parsed.tree().or(() -> parsed.partial().map(Partial::tree))
                .map(tree -> root.libraries().of(tree, problems, files)).orElse(Libraries.NONE);
        Checked checked = root.checker().check(parsed, libraries);
        problems.addAll(checked.diagnostics());
        boolean failed = problems.stream().anyMatch(Diagnostic::isError);
        return new RunbookFile(path, root.root(), failed ? Optional.empty() : checked.program(),
                libraries.refused().isEmpty() ? checked.budgets() : Optional.empty(), problems, files);
    }
}
