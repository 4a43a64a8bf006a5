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

/** Reads and checks runbooks. What several of them share is read once and kept; of the runbooks themselves nothing is. */
public final class RunbookReader {
    private final Checkers checkers;
    private final Map<Path, Root> byFolder = new HashMap<>();
    private final Map<Path, Root> byRoot = new HashMap<>();

    /** The checker for the runbooks under a root, with what its settings and inventory say. */
    @FunctionalInterface
    public interface Checkers {
        /** @throws InvalidFile where the inventory can't be used */
        Checker of(RunbookRoot root);

        /** Where there is no inventory to compare names with. */
        default Checker without() {
            return of(RunbookRoot.bare(Path.of("")));
        }
    }

    /** What the runbooks under a root have in common, with what is wrong with its settings and its inventory. */
    private record Root(RunbookRoot root, Checker checker, LibraryLoader libraries, List<Diagnostic> problems) {}

    public RunbookReader(Checkers checkers) {
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
        return byFolder.computeIfAbsent(runbook.toAbsolutePath().normalize().getParent(), this::find);
    }

    private Root find(Path folder) {
        try {
            RunbookRoot root = RunbookRoot.around(folder);
            Root known = byRoot.get(root.folder());
            return known != null ? known : remember(root, List.of());
        } catch (InvalidFile settings) {
            return remember(RunbookRoot.bare(folder), settings.diagnostics());
        }
    }

    private Root remember(RunbookRoot root, List<Diagnostic> problems) {
        Root found;
        try {
            found = new Root(root, checkers.of(root), new LibraryLoader(root), problems);
        } catch (InvalidFile inventory) {
            found = new Root(root, checkers.without(), new LibraryLoader(root), inventory.diagnostics());
        }
        byRoot.put(root.folder(), found);
        return found;
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
