package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import dev.lifeboat.cli.files.UsageProblem;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat step`: a runbook, step by step. */
final class StepCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "step",
            "Runs a runbook step by step, and asks before each.", "",
            "With --inventory alone it runs on real servers, as `lifeboat run` does; else on the simulator, where the options of people do not count.",
            "`help` at its prompt tells what can be typed there; lines may come through a pipe.",
            "Ends as `lifeboat run` does; with 2 where it was left before its end.");

    private final RunOptions options = new RunOptions(arguments);

    private final Argument<String> scenario = arguments.option("--scenario", "NAME", String.class,
            "What happens on the simulator: a scenario of the runbook by its name, or a file. Default, without --inventory: "
                    + ScenarioFile.DEFAULT + ".");

    private final Argument<Long> seed = arguments.option("--seed", "N", Long.class,
            "Chance in the simulation; the same seed gives the same run.", "1");

    private final RealStart start = new RealStart(arguments, options);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        if (options.json()) {
            throw new UsageProblem("`--json` is not for `lifeboat step`: its prompt is for people.");
        }
        boolean real = options.namesInventory() && scenario.value() == null;
        return real ? start.run(new Manner(true, true), Output.of(spec())).exitStatus() : simulated();
    }

    private int simulated() {
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file());
        runbook.needProgram();
        ScenarioFile story = ScenarioFile.find(runbook,
                Optional.ofNullable(scenario.value()).orElse(ScenarioFile.DEFAULT), inventory.inventory());
        return new SimulatedRun(runbook, inventory, story, options, seed.value(), false, Output.of(spec()), true)
                .execute();
    }
}
