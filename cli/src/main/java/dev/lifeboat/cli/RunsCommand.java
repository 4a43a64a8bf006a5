package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.interpreter.journal.RecordJson;
import dev.lifeboat.interpreter.run.Event;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat runs`: which runs there are, and how each stands. */
final class RunsCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "runs", "Lists the runs, and how each stands.");

    private final Argument<Boolean> json = arguments.flag("--json", "As one JSON array.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    /** @param state {@code running}, {@code broken off}, or how it ended */
    record Line(String run, String state, String started, String operator, String runbook) {
        static List<Line> of(RecordedRun run) {
            return run.first().stream().map(began -> line(run, began)).toList();
        }

        private static Line line(RecordedRun run, Event.RunBegan began) {
            return new Line(began.run(), run.state(), run.journal().records().getFirst().at().toString(),
                    began.operator(), began.runbook());
        }
    }

    @Override
    public Integer call() {
        List<Line> lines = RunsFolder.journals().stream().map(RecordedRun::read).flatMap(run -> Line.of(run).stream())
                .toList();
        Output output = Output.of(spec());
        if (json.value()) {
            output.out().println(RecordJson.builder().build().writeValueAsString(lines));
        } else if (lines.isEmpty()) {
            output.out().println("There are no runs.");
        } else {
            lines.forEach(line -> output.out().println(String.format("%-40s  %-14s  %s  %s", line.run(), line.state(),
                    line.started(), line.operator())));
        }
        output.out().flush();
        return ExitStatus.OK;
    }
}
