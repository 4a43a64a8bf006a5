package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat run`: a runbook on real servers. */
final class RunCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "run", "Runs a runbook on real servers.", "",
            "Ends with 0: done, objectives met; 1: failed and rolled back; 2: it needs a person; 3: done, an objective missed; 4: failed and not rolled back;",
            "5: the rollback failed; 64: usage; 65: invalid file; 69: the world is unavailable; 75: another run holds the cluster, or has taken it over;",
            "130: interrupted.");

    private final RunOptions options = new RunOptions(arguments);

    private final RealStart start = new RealStart(arguments, options);

    private final Argument<Boolean> exitOnPause = Manner.exitOnPause(arguments);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        return start.run(new Manner(false, exitOnPause.value()), Output.of(spec())).exitStatus();
    }
}
