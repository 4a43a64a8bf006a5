package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.attach.Visit;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.journal.JournalLock;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat attach`: the prompt of a run that goes on in another process. */
final class AttachCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "attach",
            "Opens the prompt of a run that goes on in another process and waits for somebody to decide.", "",
            "One that does not wait yet is followed until it does. Leaving leaves the run as it is.",
            "Lines may come through a pipe.");

    private final Argument<String> run = arguments.word("RUN",
            "The run: its id, the beginning of it, or its journal.");

    private final Argument<String> operator = Operator.argument(arguments);

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        RecordedRun recorded = RecordedRun.read(RunsFolder.find(run.value()));
        if (!JournalLock.isHeld(recorded.journal().path())) {
            throw new UsageProblem("Run `" + recorded.began().run() + "` is not going on (" + recorded.state()
                    + "). `lifeboat resume " + run.value() + "` carries on what can be carried on.");
        }
        String person = Operator.of(operator, recorded.inventory());
        try (Console console = Console.of(Output.of(spec()), false)) {
            new Visit(recorded.journal().path(), console.prompt()).begin(person);
        }
        return ExitStatus.OK;
    }
}
