package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.console.Timeline;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.cli.stepping.Desk;
import dev.lifeboat.cli.stepping.Pace;
import dev.lifeboat.cli.stepping.Session;
import dev.lifeboat.cli.stepping.StepList;
import dev.lifeboat.cli.stepping.SteppingPeople;
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
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.simulator.scenario.Expectation;
import dev.lifeboat.simulator.world.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Puts a dry run together. Its journal holds no path, host name or wall time, so that it is the same on any machine.
 *
 * @param stepwise whether somebody is asked before each step
 */
record SimulatedRun(RunbookFile runbook, InventoryFile inventory, ScenarioFile story, RunOptions options, long seed,
        boolean strict, Output output, boolean stepwise) {
    private static final String ID = "dry-run";
    private static final String OPERATOR = "operator";

    int execute() {
        if (!stepwise) {
            return execute(output.screen(true), UnaryOperator.identity(), List.of());
        }
        try (Console console = Console.of(output, true)) {
            StepList steps = new StepList(runbook.needProgram());
            Pace pace = Pace.stepByStep();
            Desk desk = Desk.of(new Session(console.prompt(), steps, Assembly.callable(inventory.inventory()), OPERATOR,
                    pace, false));
            return execute(console.screen(), people -> new SteppingPeople(people, desk, pace, OPERATOR),
                    List.of(steps));
        }
    }

    private int execute(Screen screen, UnaryOperator<People> people, List<Listener> listeners) {
        if (!options.json()) {
            screen.print("Scenario " + story.name() + ", seed " + seed + ". Nothing real is touched.");
        }
        Simulation simulation = Simulation.of(inventory.inventory(), story.scenario(), seed);
        RunOutcome outcome = run(simulation, screen, people.apply(simulation.people()), listeners);
        simulation.unseenFailures().stream().findFirst().ifPresent(defect -> {
            throw new IllegalStateException("A task of the simulation failed.", defect);
        });
        return options.json() ? status(outcome) : told(outcome, simulation, screen);
    }

    private RunOutcome run(Simulation simulation, Screen screen, People people, List<Listener> others) {
        CheckedRunbook program = runbook.needProgram();
        Listener console = options.json() ? new JsonLines(output.out()) : new Timeline(screen);
        try (Journal journal = journal(simulation)) {
            World world = new World(simulation.clock(), people, simulation.ports(),
                    Builtins.registry(inventory.inventory()), journal,
                    Stream.concat(Stream.of(simulation.listener(), console), others.stream()).toList(),
                    simulation.watch());
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
        if (stepwise && outcome == RunOutcome.NEEDS_A_PERSON) {
            screen.print("A simulated run is not carried on: `lifeboat step` begins it anew.");
        }
        expectation().filter(expected -> expected.outcome() != outcome)
                .ifPresent(expected -> screen.print(screen.style().bad("Scenario " + story.name()
                        + " expects another end: " + expected.name().toLowerCase(java.util.Locale.ROOT) + ".")));
        return status(outcome);
    }

    private Optional<Expectation> expectation() {
        return story.scenario().expect().filter(expected -> !stepwise);
    }

    /** The run's own status, but never 0 where the scenario expects another end. */
    private int status(RunOutcome outcome) {
        boolean asExpected = expectation().map(expected -> expected.outcome() == outcome).orElse(true);
        return asExpected || outcome != RunOutcome.DONE ? outcome.exitStatus() : RunOutcome.FAILED.exitStatus();
    }
}
