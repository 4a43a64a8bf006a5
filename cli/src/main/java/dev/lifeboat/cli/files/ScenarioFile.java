package dev.lifeboat.cli.files;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.simulator.scenario.Scenario;
import dev.lifeboat.simulator.scenario.ScenarioReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A scenario, with its text for the journal. */
public record ScenarioFile(String name, String text, Scenario scenario) {
    /** The scenario of a dry run that names none. */
    public static final String DEFAULT = "default";
    private static final String ENDING = ".yaml";
    /** For a runbook without scenarios: nothing happens. */
    private static final Source CALM = Source.of("calm", "# Nothing happens: everything is well.\nstart_run: 5s\n");

    /** @param named a name among the runbook's scenarios, or the path of a file */
    public static ScenarioFile find(RunbookFile runbook, String named, Inventory inventory) {
        if (named.endsWith(ENDING)) {
            return read(Path.of(named).getFileName().toString().replaceFirst("\\.yaml$", ""),
                    TextFile.read(Path.of(named), "scenario"), inventory);
        }
        Path folder = runbook.root().scenarios(runbook.path());
        List<String> known = names(folder);
        if (known.contains(named)) {
            return read(named, TextFile.read(folder.resolve(named + ENDING),
                    runbook.root().nameOf(folder.resolve(named + ENDING)), "scenario"), inventory);
        }
        if (known.isEmpty() && named.equals(DEFAULT)) {
            return read("calm", CALM, inventory);
        }
        throw new UsageProblem("There is no scenario `" + named + "` in `" + folder + "`. "
                + Nearest.hint(named, known).map(Hint::text).orElse(
                        known.isEmpty() ? "The runbook has none." : "It has " + String.join(", ", known) + "."));
    }

    /** Those of a runbook, in alphabetical order; for one without, that in which nothing happens. */
    public static List<ScenarioFile> all(RunbookFile runbook, Inventory inventory) {
        List<String> known = names(runbook.root().scenarios(runbook.path()));
        return (known.isEmpty() ? List.of(DEFAULT) : known).stream().map(name -> find(runbook, name, inventory))
                .toList();
    }

    private static ScenarioFile read(String name, Source source, Inventory inventory) {
        Parsed<Scenario> parsed = ScenarioReader.read(source, inventory);
        return new ScenarioFile(name, source.text(),
                parsed.tree().orElseThrow(() -> new InvalidFile(parsed.diagnostics())));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
