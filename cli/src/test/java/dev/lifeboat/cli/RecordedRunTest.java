package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {

    @Test
    void aRunThatWaitsForSomebodyIsPaused(@TempDir Path folder) {
        Path path = folder.resolve("a.journal");
        try (JournalFile journal = JournalFile.create(path, new SystemClock())) {
            journal.append("main", new Event.Paused(
                    new People.PauseRequest("promote", "Promote", "It failed.", List.of(), "", List.of())));
            assertThat(RecordedRun.read(path).state()).isEqualTo("paused");
            journal.append("main", new Event.PauseAnswered("promote",
                    new People.PauseAnswer(People.Choice.RETRY, "ada", "")));
            assertThat(RecordedRun.read(path).state()).isEqualTo("running");
        }
        assertThat(RecordedRun.read(path).state()).isEqualTo("broken off");
    }
}
