package dev.lifeboat.cli.seal;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.interpreter.journal.EventJson;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.scenario.Expectation;
import dev.lifeboat.simulator.world.Simulation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A scenario that a runbook has been through before it was sealed.
 *
 * @param journal the digest of all that happened: who repeats it comes to the same
 */
public record Rehearsal(ScenarioFile story, RunOutcome outcome, String journal) {
    private static final long SEED = 1;

    /** @param names the implicit names and the parameters that were given */
    public static Rehearsal of(RunbookFile runbook, InventoryFile inventory, ScenarioFile story,
            SequencedMap<String, Value> names) {
        Simulation simulation = Simulation.of(inventory.inventory(), story.scenario(), SEED);
        var journal = new MemoryJournal(simulation.clock());
        World world = new World(simulation.clock(), simulation.people(), simulation.ports(),
                Builtins.registry(inventory.inventory()), journal, List.of(simulation.listener()), simulation.watch());
        RunSettings settings = new RunSettings("dry-run", true, SEED, "operator", Optional.empty(), runbook.files(),
                inventory.text(), "", story.text(), names, false, true);
        RunOutcome outcome = new Run(runbook.needProgram(), world, settings).execute();
        simulation.unseenFailures().stream().findFirst().ifPresent(defect -> {
            throw new IllegalStateException("A task of the simulation failed.", defect);
        });
        return new Rehearsal(story, outcome, Seal.digest(
                journal.records().stream().map(EventJson::write).collect(Collectors.joining("\n"))));
    }

    /** It ended as the scenario expects; where that expects nothing, it is done. */
    public boolean isGreen() {
        return outcome == story.scenario().expect().map(Expectation::outcome).orElse(RunOutcome.DONE);
    }

    public String ending() {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How its story is known in a seal, whatever came of it. */
    static String name(ScenarioFile story) {
        return story.name() + " " + Seal.digest(story.text());
    }

    String line() {
        return name(story) + ", " + ending() + ", journal " + journal;
    }
}
