package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat step`: a runbook, step by step. */
final class StepCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "step",
            "Runs a runbook step by step, and asks before each: on the simulator, or with --real on real servers.", "",
            "`help` at its prompt tells what can be typed there. Lines may come through a pipe.",
            "Ends as `lifeboat run` does; with 2 where it was left before its end.");

    private final RunOptions options = new RunOptions(arguments);

    private final Argument<String> scenario = arguments.option("--scenario", "NAME", String.class,
            "What happens on the simulator: a scenario of the runbook by its name, or a file.", ScenarioFile.DEFAULT);

    private final Argument<Long> seed = arguments.option("--seed", "N", Long.class,
            "Chance in the simulation; the same seed gives the same run.", "1");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file());
        runbook.needProgram();
        ScenarioFile story = ScenarioFile.find(runbook, scenario.value(), inventory.inventory());
        return new SimulatedRun(runbook, inventory, story, options, seed.value(), false, Output.of(spec()), true)
                .execute();
    }
}
