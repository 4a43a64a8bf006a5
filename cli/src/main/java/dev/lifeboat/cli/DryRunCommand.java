package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat dry-run`: a runbook on the simulator. */
final class DryRunCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "dry-run",
            "Runs a runbook on the simulator: the same builtins, on a model of the servers.", "",
            "Ends as `lifeboat run` does; with 4 also where the scenario expects another end, and with 6 under --strict where something is not modelled.");

    private final RunOptions options = new RunOptions(arguments);

    private final Argument<String> scenario = arguments.option("--scenario", "NAME", String.class,
            "What happens: a scenario of the runbook by its name, or a file.", ScenarioFile.DEFAULT);

    private final Argument<Long> seed = arguments.option("--seed", "N", Long.class,
            "Chance in the simulation; the same seed gives the same run.", "1");

    private final Argument<Boolean> strict = arguments.flag("--strict",
            "What the simulator does not model is an error.");

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
        return new SimulatedRun(runbook, inventory, story, options, seed.value(), strict.value(), Output.of(spec()),
                false)
                .execute();
    }
}
