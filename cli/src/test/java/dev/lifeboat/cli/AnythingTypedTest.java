package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.grammar.fuzz.Mutation;
import dev.lifeboat.grammar.fuzz.Sentences;
import dev.lifeboat.grammar.fuzz.Spelling;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.check.CheckedFiles;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.check.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Nothing that a person can type makes the front end crash, hang or stay silent: made-up files, and slips in good ones. */
class AnythingTypedTest {
    static final List<String> MARKS = List.of("{", "}", "(", ")", "[", "\"", "\"\"\"", "${", "\n", "step", "phase",
            "if",
            "else", "then", "not", "-", ",", ":", "=", "@", "'", "#", "5m", "01", "🦄", "\u0000", "\r", "\\",
            "for each",
            "on failure", "${if", "${end}", "\uD800", "\u202E", "A", "??", "let", "1.5h", "~", "manual", "perform",
            "parallel", "procedure", "return", "library", "verify", "undo", "keep", "match", "within",
            "approve by @cto",
            "cluster", "rpo", "none", "\u2028", "\u200B", "\uFEFF", "<<", "--", "/*", ";");

    static Checker realChecker() {
        return Assembly.checker(RunbookRoot.of(Path.of("../runbooks/primary-failure.runbook")));
    }

    private static Inventory inventory() {
        return InventoryFile.read(Path.of("../runbooks/inventory/example.yaml")).inventory();
    }

    static List<String> goldenFiles() {
        return texts(Golden.files(".runbook").stream());
    }

    private static List<String> texts(Stream<Path> files) {
        return files.map(file -> new String(Golden.bytes(file), StandardCharsets.UTF_8)).toList();
    }

    private static Stream<Path> runbooks(String... folders) {
        return Stream.of(folders).flatMap(folder -> Golden.below(Path.of(folder), ".runbook").stream());
    }

    private static Mutation mutation(List<String> texts, long seed) {
        return new Mutation(texts, MARKS, new Random(seed));
    }

    @Test
    void slipsInGoldenFiles(TestReporter report) {
        Checker checker = realChecker();
        FrontEnd frontEnd = new FrontEnd(parsed -> checker.check(parsed, Libraries.NONE));
        Mutation mutation = mutation(goldenFiles(), 1);
        Stream.generate(mutation::next).limit(Rounds.of(300, 250_000)).forEach(frontEnd::file);
        report.publishEntry("slips in golden files", frontEnd.figures());
    }

    @Test
    void slipsAtThePrompt(TestReporter report) {
        FrontEnd frontEnd = new FrontEnd(parsed -> null);
        Mutation mutation = mutation(texts(Golden.files(".statement", ".expression").stream()), 2);
        Stream.generate(mutation::next).limit(Rounds.of(500, 250_000)).forEach(frontEnd::prompt);
        report.publishEntry("slips at the prompt", frontEnd.figures());
    }

    @Test
    void slipsInRunbooks(TestReporter report) {
        Checker checker = realChecker();
        FrontEnd frontEnd = new FrontEnd(parsed -> checker.check(parsed, Libraries.NONE));
        Mutation mutation = mutation(texts(runbooks("../runbooks", "../interpreter/src/test/resources/run",
                "src/test/resources/check")), 3);
        Stream.generate(mutation::next).limit(Rounds.of(100, 50_000)).forEach(frontEnd::file);
        report.publishEntry("slips in runbooks", frontEnd.figures());
    }

    @Test
    void slipsInFilesOfTheChecker(TestReporter report) {
        FrontEnd frontEnd = new FrontEnd(CheckedFiles::check);
        Mutation mutation = mutation(texts(CheckedFiles.all()), 4);
        Stream.generate(mutation::next).limit(Rounds.of(300, 150_000)).forEach(frontEnd::file);
        report.publishEntry("slips in files of the checker", frontEnd.figures());
    }

    @Test
    void sentencesOfRealWords(TestReporter report) {
        Checker checker = realChecker();
        FrontEnd frontEnd = new FrontEnd(parsed -> checker.check(parsed, Libraries.NONE));
        Sentences sentences = sentences(Builtins.registry(inventory()), 5);
        Stream.generate(sentences::file).limit(Rounds.of(200, 100_000)).forEach(frontEnd::file);
        report.publishEntry("sentences of real words", frontEnd.figures());
    }

    @Test
    void sentencesOfTheCheckersWords(TestReporter report) {
        FrontEnd frontEnd = new FrontEnd(CheckedFiles::check);
        Sentences sentences = sentences(Words.vocabulary(), 6);
        Stream.generate(sentences::file).limit(Rounds.of(200, 100_000)).forEach(frontEnd::file);
        report.publishEntry("sentences of the checker's words", frontEnd.figures());
    }

    private static Sentences sentences(Vocabulary words, long seed) {
        Random random = new Random(seed);
        List<String> names = Stream.of(Stream.of("x", "y", "z", "a_step", "text", "int", "bool", "duration"),
                words.types().keySet().stream(), words.implicitNames().keySet().stream(),
                words.all().stream().flatMap(word -> Stream.of(word.namespace(), word.name())))
                .flatMap(some -> some).filter(name -> !name.isEmpty()).distinct().toList();
        return new Sentences(new Spelling(names, List.of("cto", "lead", "on_call"), random), random);
    }
}
