package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Partial;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Libraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Finds the libraries that files use, and those they use in turn. Each is read and parsed once, however many files use it; a path never leaves the runbooks'
 * root, not by {@code ..} and not by a link.
 */
public final class LibraryLoader {
    private final RunbookRoot root;
    private final Map<String, Optional<Parsed<SourceFile>>> parsed = new HashMap<>();

    public LibraryLoader(RunbookRoot root) {
        this.root = root;
    }

    /** @param texts takes the text of each library, by its path */
    public Libraries of(SourceFile file, List<Diagnostic> problems, SequencedMap<String, String> texts) {
        SequencedMap<String, SourceFile.Library> libraries = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(uses(file));
        while (!waiting.isEmpty()) {
            String path = waiting.removeFirst();
            if (!libraries.containsKey(path) && !refused.contains(path)) {
                Optional<Parsed<SourceFile>> found = parsed.computeIfAbsent(path, this::parse);
                found.ifPresent(parse -> take(path, parse, libraries, refused, problems, texts));
                Optional.ofNullable(libraries.get(path)).ifPresent(library -> waiting.addAll(uses(library)));
            }
        }
        return new Libraries(libraries, refused);
    }

    private static void take(String path, Parsed<SourceFile> parse, SequencedMap<String, SourceFile.Library> libraries,
            List<String> refused,
            List<Diagnostic> problems, SequencedMap<String, String> texts) {
        if (parse.tree().isPresent() && parse.tree().get() instanceof SourceFile.Library library) {
            libraries.put(path, library);
            texts.put(path, library.span().source().text());
        } else if (parse.tree().isEmpty()) {
            refused.add(path);
            problems.addAll(parse.diagnostics());
        }
    }

    private Optional<Parsed<SourceFile>> parse(String path) {
        Path file = root.folder().resolve(path).normalize();
        return Files.isRegularFile(file) && inside(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** One that can't be read is one with errors. */
    private static Parsed<SourceFile> read(Path file) {
        try {
            return RunbookSyntax.parse(TextFile.read(file, RunbookRoot.shown(file), "library"));
        } catch (InvalidFile unreadable) {
            return new Parsed<>(Optional.empty(), unreadable.diagnostics());
        }
    }

    private boolean inside(Path file) {
        try {
            return file.toRealPath().startsWith(root.folder().toRealPath());
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static List<String> uses(SourceFile file) {
        List<Declaration> declarations = switch (file) {
            case SourceFile.Runbook runbook -> runbook.declarations();
            case SourceFile.Library library -> library.declarations();
        };
        return declarations.stream().filter(Declaration.Use.class::isInstance)
                .map(use -> ((Declaration.Use) use).path().value()).toList();
    }

    /** The parsed file itself. A library is kept, so that it is not parsed again where others use it; a runbook is not. */
    Parsed<SourceFile> parsed(String path, Source source) {
        Optional<Parsed<SourceFile>> known = parsed.getOrDefault(path, Optional.empty());
        if (known.isPresent()) {
            return known.get();
        }
        Parsed<SourceFile> fresh = RunbookSyntax.parse(source);
        if (!isRunbook(fresh)) {
            parsed.put(path, Optional.of(fresh));
        }
        return fresh;
    }

    private static boolean isRunbook(Parsed<SourceFile> parse) {
        return parse.tree().or(() -> parse.partial().map(Partial::tree))
                .filter(SourceFile.Runbook.class::isInstance).isPresent();
    }
}
