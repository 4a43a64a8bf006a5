package dev.lifeboat.cli;

import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat ack`: somebody who was called says so, from another terminal. */
final class AckCommand implements Command {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

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
        Inbox inbox = Inbox.beside(RunsFolder.find(run.value()));
        if (!inbox.isThere()) {
            throw new UsageProblem("Run `" + run.value() + "` has ended, or is none on real servers.");
        }
        String name = Optional.ofNullable(as.value()).orElse(System.getProperty("user.name"));
        try {
            await(inbox.post(new Envelope(name, Envelope.ACK, "")), new SystemClock());
        } catch (IOException e) {
            throw Failure.of("The inbox of run `" + run.value() + "` can't be written: " + e.getClass().getSimpleName()
                    + ".").hint("It belongs to whoever has started the run.").because(e);
        }
        Output.of(spec()).out().println("Run `" + run.value() + "` has heard from `" + name + "`.");
        return ExitStatus.OK;
    }

    /** What is not taken is withdrawn: found hours later by a run that goes on, it would say what is not so any more. */
    private void await(Path letter, Clock clock) throws IOException {
        Instant end = clock.now().plus(PATIENCE);
        while (Files.exists(letter) && clock.now().isBefore(end)) {
            clock.sleep(LOOK);
        }
        if (Files.deleteIfExists(letter)) {
            throw Failure.of("Run `" + run.value() + "` has not taken it within 5s.")
                    .hint("Look whether its process is still there; tell its operator otherwise.");
        }
    }
}
