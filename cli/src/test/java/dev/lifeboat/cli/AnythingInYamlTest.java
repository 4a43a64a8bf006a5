package dev.lifeboat.cli;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.cli.files.Answers;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.fuzz.Mutation;
import dev.lifeboat.simulator.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The same of the YAML files beside runbooks: whatever slips are made in good ones, reading them throws nothing but what it is meant to, and speaks. */
class AnythingInYamlTest {
    private static final Path RUNBOOKS = Path.of("../runbooks");
    private static final Path EXAMPLE = RUNBOOKS.resolve("inventory/example.yaml");
    private static final List<String> MARKS = List.of(": ", "- ", "{", "}", "[", "]", ",", "\n", "\n  ", "\t", "&a ",
            "*a", "!!int ", "!x ", "|", ">",
            "'", "\"", "#", "---\n", "...\n", "%YAML 1.1\n", "? ", "<<: ", "null", "~", "true", "1e999",
            "99999999999999999999", "-1", "0x10", ".inf",
            "999999999d", "\"\\0\"", "\"\\uD800\"", "\"\\e[2J\"", "5", "30s", "\u0000", "\uD800", "\u202E", "\uFFFE",
            "🦄", "\r", "\\", "@", "`",
            "password: hunter2", "db1");

    @TempDir
    private Path folder;

    @Test
    void inventories(TestReporter report) {
        slips(report, "slips in inventories", yaml(EXAMPLE, Path.of("../builtins/src/test/resources/inventory")),
                Rounds.of(1_000, 60_000),
                text -> FrontEnd.speaks(InventoryReader.read(Source.of("inventory.yaml", text))));
    }

    @Test
    void scenarios(TestReporter report) {
        Inventory inventory = InventoryFile.read(EXAMPLE).inventory();
        slips(report, "slips in scenarios", yaml(RUNBOOKS.resolve("scenarios")), Rounds.of(1_000, 60_000),
                text -> FrontEnd.speaks(ScenarioReader.read(Source.of("scenario.yaml", text), inventory)));
    }

    @Test
    void answers(TestReporter report) {
        List<String> good = List.of("""
                approvals:
                  promote:     {by: infrastructure_manager, answer: yes}
                  accept_loss: {by: cto, answer: no, reason: "Wait for the primary."}
                pauses:
                  promote: [{by: senior_dba, choose: retry}, {by: senior_dba, choose: rollback}]
                questions:
                  picked: {by: senior_dba, answer: "db2"}
                """);
        slips(report, "slips in answers", good, Rounds.of(1_000, 20_000),
                text -> refused(() -> Answers.read(Source.of("answers.yaml", text))));
    }

    @Test
    void settings(TestReporter report) {
        Path settings = folder.resolve("lifeboat.yaml");
        slips(report, "slips in settings", yaml(RUNBOOKS.resolve("lifeboat.yaml")), Rounds.of(200, 10_000), text -> {
            write(settings, text);
            refused(() -> RunbookRoot.of(folder.resolve("any.runbook")));
        });
    }

    private static void slips(TestReporter report, String what, List<String> texts, int rounds,
            Consumer<String> reading) {
        Stopwatch stopwatch = new Stopwatch();
        Mutation mutation = new Mutation(texts, MARKS, new Random(7));
        Stream.generate(mutation::next).limit(rounds).forEach(text -> stopwatch.read(text, reading));
        report.publishEntry(what, stopwatch.figures());
    }

    /** It is read, or refused in the one way that is meant. */
    private static void refused(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidFile invalid) {
            if (Diagnostics.render(invalid.diagnostics(), true).isEmpty()) {
                throw new AssertionError("It was refused without a word.", invalid);
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<String> yaml(Path... paths) {
        return Stream.of(paths).flatMap(path -> Golden.below(path, ".yaml").stream())
                .map(file -> new String(Golden.bytes(file), StandardCharsets.UTF_8)).toList();
    }
}
