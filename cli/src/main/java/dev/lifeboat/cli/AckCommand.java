package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Sender;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat ack`: somebody who was called says so, from another terminal. */
final class AckCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "ack",
            "Acknowledges the escalations of a run that call you: nobody else is called for them.", "",
            "Ends with 0: the run has taken it; 64: usage; 69: nobody takes it.");

    private final Argument<String> run = arguments.word("RUN",
            "The run's name, as far as it is unique, or its journal.");

    private final Argument<String> as = arguments.option("--as", "NAME", String.class,
            "Who you are, as the inventory names people. Default: your user name.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        String name = Optional.ofNullable(as.value()).orElse(System.getProperty("user.name"));
        Sender.to(run.value(), RunsFolder.find(run.value()), new SystemClock())
                .send(new Envelope(name, Envelope.ACK, ""));
        Output.of(spec()).out().println("Run `" + run.value() + "` has heard from `" + name + "`.");
        return ExitStatus.OK;
    }
}
