package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.console.PreflightReport;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat preflight`: whether a runbook would find what it needs, on whatever way it may take. */
final class PreflightCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "preflight",
            "Looks whether a runbook would find what it needs: servers, privileges, clocks, hosts, channels, secrets.",
            "",
            "Changes nothing and sends no message; takes five seconds at the most. Remembers which servers were seen.",
            "Ends with 0: a run could begin; 69: something blocks it, or with --strict, anything was found.");

    private final RunOptions options = new RunOptions(arguments, "Write what was found as JSON.");

    private final Argument<Boolean> strict = arguments.flag("--strict", "Ends with 69 where anything was found.");

    private final Argument<List<String>> accept = arguments.list("--accept", "SERVER",
            "The server was rebuilt or replaced on purpose: which one it is now is right.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        InventoryFile inventory = options.inventory();
        CheckedRunbook program = new RunbookReader(root -> Assembly.checker(root, inventory.inventory()))
                .read(options.file()).needProgram();
        Output output = Output.of(spec());
        Event.PreflightEnded found = look(program, inventory);
        if (options.json()) {
            output.out().println(DiagnosticFormat.json(found));
            output.out().flush();
        } else {
            output.screen(false).print(new PreflightReport(found, output.outStyle()).whole());
        }
        boolean refused = PreflightReport.isBlocked(found) || strict.value() && !found.findings().isEmpty();
        return refused ? ExitStatus.WORLD_UNAVAILABLE : ExitStatus.OK;
    }

    private Event.PreflightEnded look(CheckedRunbook program, InventoryFile inventory) {
        return new RealPreflight(program, inventory, options.cluster(inventory),
                options.parameters(program, inventory).values(), new SystemClock())
                .look(RunsFolder.journal(options.journal(), "preflight"), accept.value());
    }
}
