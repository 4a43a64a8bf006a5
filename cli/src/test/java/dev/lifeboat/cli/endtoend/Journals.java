package dev.lifeboat.cli.endtoend;

import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Reads what a run left. */
final class Journals {
    private Journals() {}

    static <E extends Event> Stream<E> events(Path journal, Class<E> kind) {
        JournalReading reading = JournalReader.read(journal);
        Assertions.assertThat(reading.condition()).as(reading.describe())
                .isInstanceOf(JournalReading.Condition.Sound.class);
        return reading.records().stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast);
    }
}
