package dev.lifeboat.cli.inbox;

import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends something to a run, from another terminal.
 *
 * @param run how its name was given
 */
public record Sender(String run, Inbox inbox, Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** @throws UsageProblem where no run reads it */
    public static Sender to(String run, Path journal, Clock clock) {
        Inbox inbox = Inbox.beside(journal);
        if (!inbox.isThere()) {
            throw new UsageProblem("Run `" + run + "` has ended, or is none on real servers.");
        }
        return new Sender(run, inbox, clock);
    }

    /** Returns once the run has dealt with it: a run that dies over it has not. */
    public void send(Envelope letter) {
        try {
            await(inbox.post(letter));
        } catch (IOException e) {
            throw Failure.of("The inbox of run `" + run + "` can't be written: " + e.getClass().getSimpleName() + ".")
                    .hint("The folder of runs has to let you pass: `chmod o+x` by whoever has started the run.")
                    .because(e);
        }
    }

    /** What is not taken is withdrawn: found hours later by a run that goes on, it would say what is not so any more. */
    private void await(Path letter) throws IOException {
        Path taken = Inbox.taken(letter);
        Instant end = clock.now().plus(PATIENCE);
        while ((Files.exists(letter) || Files.exists(taken)) && clock.now().isBefore(end)) {
            clock.sleep(LOOK);
        }
        if (Files.deleteIfExists(letter)) {
            throw Failure.of("Run `" + run + "` has not taken it within 5s.")
                    .hint("Look whether its process is still there; tell its operator otherwise.");
        }
        if (Files.deleteIfExists(taken)) {
            throw Failure.of("Run `" + run + "` has taken it, and has not dealt with it within 5s: whether it counts"
                    + " is not known.")
                    .hint("Its process may have died over it: send it again, which does no harm if it did count.");
        }
    }
}
