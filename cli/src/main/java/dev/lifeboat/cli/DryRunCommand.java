package dev.lifeboat.cli;

import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.ScenarioFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `lifeboat dry-run`: a runbook on the simulator. */
@Command(name = "dry-run",
        description = "Runs a runbook on the simulator: the same builtins, on a model of the servers.",
        mixinStandardHelpOptions = true, addMethodSubcommands = false, footer = {"",
                "Ends as `lifeboat run` does; with 4 also where the scenario expects another end, and with 6 under --strict where something is not modelled."})
final class DryRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = ScenarioFile.DEFAULT,
            description = "What happens: a scenario of the runbook by its name, or a file. Default: ${DEFAULT-VALUE}.")
    private String scenario;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Chance in the simulation; the same seed gives the same run. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--strict", description = "What the simulator does not model is an error.")
    private boolean strict;

    @Override
    public Integer call() {
        InventoryFile inventory = options.inventory();
        RunbookFile runbook = new RunbookReader(root -> Assembly.checker(inventory.inventory())).read(options.file);
        runbook.needProgram();
        ScenarioFile story = ScenarioFile.find(runbook, scenario, inventory.inventory());
        return new SimulatedRun(runbook, inventory, story, options, seed, strict, Output.of(spec)).execute();
    }
}
