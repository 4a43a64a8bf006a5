package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import dev.lifeboat.interpreter.check.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The files under {@code src/test/resources/check}, with an estate and the libraries that they can use. */
public final class CheckedFiles {

    static final Path ROOT = Path.of("../interpreter/src/test/resources/check");

    private static final Checker CHECKER = new Checker(Words.vocabulary(), Optional.of(estate()), List.of());
    private static final Libraries LIBRARIES = libraries();

    private CheckedFiles() {}

    public static Stream<Path> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".runbook")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Checked check(Path file) {
        return check(parse(file));
    }

    static Checked check(String text) {
        return check(RunbookSyntax.parse(Source.of("test.runbook", text)));
    }

    public static Checked check(Parsed<SourceFile> parsed) {
        return check(parsed, LIBRARIES);
    }

    static Checked check(Parsed<SourceFile> parsed, Libraries libraries) {
        return CHECKER.check(parsed, libraries);
    }

    private static Parsed<SourceFile> parse(Path file) {
        try {
            return RunbookSyntax.parse(Source.of(name(file), Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Libraries libraries() {
        var libraries = new LinkedHashMap<String, Library>();
        all().filter(file -> file.startsWith(ROOT.resolve("libraries")))
                .forEach(file -> libraries.put(name(file), (Library) parse(file).tree().orElseThrow()));
        return new Libraries(libraries, List.of("libraries/broken.runbook"));
    }

    private static Estate estate() {
        SequencedMap<String, List<String>> roles = new LinkedHashMap<>();
        roles.put("lead", List.of("ada", "grace"));
        roles.put("cto", List.of("edsger"));
        roles.put("clerk", List.of("bartleby"));
        roles.put("nobody", List.of());
        SequencedMap<String, List<String>> named = new LinkedHashMap<>();
        named.put("server", List.of("db1", "db2"));
        named.put("endpoint", List.of("orders-db"));
        named.put("secret", List.of("key"));
        return new Estate(roles, named, List.of("slack", "sms"), List.of("ada", "grace", "edsger"));
    }
}
