package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.scenario.Expectation;
import dev.lifeboat.simulator.world.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Puts a dry run together. Its journal holds no path, host name or wall time, so that it is the same on any machine. */
record SimulatedRun(RunbookFile runbook, InventoryFile inventory, ScenarioFile story, RunOptions options, long seed,
        boolean strict, Output output) {
    private static final String ID = "dry-run";
    private static final String OPERATOR = "operator";

    int execute() {
        Screen screen = output.screen(true);
        if (!options.json()) {
            screen.print("Scenario " + story.name() + ", seed " + seed + ". Nothing real is touched.");
        }
        Simulation simulation = Simulation.of(inventory.inventory(), story.scenario(), seed);
        RunOutcome outcome = run(simulation, screen);
        simulation.unseenFailures().stream().findFirst().ifPresent(defect -> {
            throw new IllegalStateException("A task of the simulation failed.", defect);
        });
        return options.json() ? status(outcome) : told(outcome, simulation, screen);
    }

    private RunOutcome run(Simulation simulation, Screen screen) {
        CheckedRunbook program = runbook.needProgram();
        Listener console = options.json() ? new JsonLines(output.out()) : new Timeline(screen);
        try (Journal journal = journal(simulation)) {
            World world = new World(simulation.clock(), simulation.people(), simulation.ports(),
                    Builtins.registry(inventory.inventory()), journal,
                    List.of(simulation.listener(), console), simulation.watch());
            return new Run(program, world, settings(program)).execute();
        }
    }

    private Journal journal(Simulation simulation) {
        return options.journal().<Journal>map(path -> JournalFile.create(path, simulation.clock()))
                .orElseGet(() -> new MemoryJournal(simulation.clock()));
    }

    private RunSettings settings(CheckedRunbook program) {
        SequencedMap<String, Value> names = ImplicitNames.of(inventory.inventory(), options.cluster(inventory));
        names.putAll(options.parameters(program, inventory));
        return new RunSettings(ID, true, seed, OPERATOR, Optional.empty(), runbook.files(), inventory.text(), "",
                story.text(), names, false, strict);
    }

    private int told(RunOutcome outcome, Simulation simulation, Screen screen) {
        List<String> gaps = simulation.notModelled();
        if (!gaps.isEmpty()) {
            screen.print(
                    "Not modelled, " + gaps.size() + " times: " + String.join("; ", gaps.stream().distinct().toList()));
        }
        simulation.missedSteps()
                .forEach(step -> screen.print("The scenario waits for step `" + step + "`, which never came."));
        screen.print("Journal: " + options.journal().map(Object::toString)
                .orElse("not kept (name a file with --journal)"));
        expectation().filter(expected -> expected.outcome() != outcome)
                .ifPresent(expected -> screen.print(screen.style().bad("Scenario " + story.name()
                        + " expects another end: " + expected.name().toLowerCase(java.util.Locale.ROOT) + ".")));
        return status(outcome);
    }

    private Optional<Expectation> expectation() {
        return story.scenario().expect();
    }

    /** The run's own status, but never 0 where the scenario expects another end. */
    private int status(RunOutcome outcome) {
        boolean asExpected = expectation().map(expected -> expected.outcome() == outcome).orElse(true);
        return asExpected || outcome != RunOutcome.DONE ? outcome.exitStatus() : RunOutcome.FAILED.exitStatus();
    }
}
