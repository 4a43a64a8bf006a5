package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.replay.Resumption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    @Test
    void whatManyTasksRecordIsHeardInTheOrderOfTheJournal(@TempDir Path folder) throws InterruptedException {
        List<Recorded> heard = new ArrayList<>();
        var clock = new StillClock();
        try (JournalFile journal = JournalFile.create(folder.resolve("journal"), clock)) {
            EventLog log = new EventLog(journal, List.of(heard::add), Resumption.NONE, clock);
            List<Thread> tasks = IntStream.range(0, 8)
                    .mapToObj(task -> Thread.ofVirtual().start(() -> record(log, "task " + task))).toList();
            for (Thread task : tasks) {
                task.join();
            }
        }
        assertThat(heard).extracting(Recorded::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 800).boxed().toList());
        assertThat(JournalReader.read(folder.resolve("journal")).trusted()).isEqualTo(heard);
    }

    private static void record(EventLog log, String step) {
        for (int attempt = 1; attempt <= 100; attempt++) {
            log.record(new Event.AttemptBegan(step, attempt));
        }
        log.progress(step, Instant.EPOCH, "done");
    }
}
