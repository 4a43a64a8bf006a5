package dev.lifeboat.cli.endtoend;

import dev.lifeboat.cli.Invocation;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of one step that has a {@code timeout}, and what is left of it: on the screen and in the journal.
 *
 * @param screen what the command said
 */
record TimedStep(Invocation screen, List<Recorded> journal) {
    private static final String RUNBOOK = """
            runbook timed "Timed"
                version "1"
                owner @lead
                requires mysql ">= 8.0.26"
                on failure stop

            phase all "All" {
                step timed "Timed" timeout %ds takes 1s {
                    %s
                }
                %s
            }
            """;

    /**
     * @param folder   where {@code inventory.yaml} is
     * @param body     the statements of the step
     * @param handlers its {@code verify}, {@code undo} and the like
     */
    static TimedStep run(Path folder, Duration timeout, String body, String handlers) throws IOException {
        Path runbook = folder.resolve("timed.runbook");
        Files.writeString(runbook, RUNBOOK.formatted(timeout.toSeconds(), body, handlers));
        Files.writeString(folder.resolve("lifeboat.yaml"), "inventory: inventory.yaml\n");
        Path answers = Files.writeString(folder.resolve("answers.yaml"), "approvals: {}\n");
        Path journal = folder.resolve("journal");
        Files.deleteIfExists(journal);
        Invocation screen = Invocation.of("run", runbook.toString(), "--operator", "ada", "--answers",
                answers.toString(), "--journal", journal.toString());
        return new TimedStep(screen, JournalReader.read(journal).records());
    }

    Event.AttemptFailed failure() {
        return events(Event.AttemptFailed.class).findFirst().orElseThrow(() -> new AssertionError(screen.all()));
    }

    Event.StepEnded end() {
        return events(Event.StepEnded.class).findFirst().orElseThrow(() -> new AssertionError(screen.all()));
    }

    /** From the beginning of the attempt to its failure. */
    Duration took() {
        return Duration.between(at(Event.AttemptBegan.class), at(Event.AttemptFailed.class));
    }

    private Instant at(Class<? extends Event> kind) {
        return journal.stream().filter(recorded -> kind.isInstance(recorded.event())).map(Recorded::at).findFirst()
                .orElseThrow(() -> new AssertionError(screen.all()));
    }

    <E extends Event> Stream<E> events(Class<E> kind) {
        return journal.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }

    /** What was seen as the call was ended; empty where nothing was. */
    Optional<String> evidence() {
        return failure().evidence().stream().findFirst();
    }
}
