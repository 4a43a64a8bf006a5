package dev.lifeboat.interpreter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final Event EVENT = new Event.StepBegan("fence", "Keep it out");
    private final StillClock clock = new StillClock();

    @TempDir
    Path folder;

    @Test
    void whatIsAppendedIsReadBack() {
        List<Recorded> written = new ArrayList<>();
        try (JournalFile journal = JournalFile.create(folder.resolve("journal"), clock)) {
            for (int i = 0; i < 50; i++) {
                clock.sleep(java.time.Duration.ofMillis(7));
                written.add(journal.append(new Event.AttemptBegan("fence", i)));
            }
            journal.force();
            assertThat(JournalReader.read(folder.resolve("journal")).records()).isEqualTo(written);
        }
        assertThat(JournalReader.read(folder.resolve("journal")).trusted()).isEqualTo(written).first()
                .isEqualTo(new Recorded(1, 1, StillClock.START.plusMillis(7), new Event.AttemptBegan("fence", 0)));
    }

    @Test
    void aRecordIsALineThatOthersCanCheck() throws IOException {
        try (JournalFile journal = JournalFile.create(folder.resolve("journal"), clock)) {
            journal.append(EVENT);
        }
        // Length, CRC32C and SHA-256 as another implementation than Java's computes them.
        assertThat(folder.resolve("journal")).hasContent(
                """
                        00000066 d93f2dde 7957df06d49fef3a28f367d9dd3b86c611baa7e02df32238dd9ae4e93e06bde0 {"n":1,"epoch":1,"at":"2026-01-01T03:00:00Z","event":"StepBegan","step":"fence","title":"Keep it out"}
                        """);
    }

    @Test
    void itIsReadableByItsOwnerAlone() throws IOException {
        JournalFile.create(folder.resolve("journal"), clock).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("journal"))))
                .isEqualTo("rw-------");
    }

    @Test
    void noJournalIsOverwritten() {
        JournalFile.create(folder.resolve("journal"), clock).close();
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> JournalFile.create(folder.resolve("journal"), clock))
                .withMessage("There is a journal at `%s` already.", folder.resolve("journal"));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> JournalFile.create(folder.resolve("none/journal"), clock))
                .withMessage("The journal `%s` can't be made: there is no `%s`.", folder.resolve("none/journal"),
                        folder.resolve("none"));
    }

    @Test
    void aThreadThatIsInterruptedStillWrites() {
        try (JournalFile journal = JournalFile.create(folder.resolve("journal"), clock)) {
            Thread.currentThread().interrupt();
            journal.append(EVENT);
            journal.force();
            assertThat(Thread.interrupted()).isTrue();
            journal.append(EVENT);
        }
        assertThat(JournalReader.read(folder.resolve("journal")).trusted()).hasSize(2);
    }

    @Test
    void aFullDiskEndsIt() throws IOException {
        Path full = Path.of("/dev/full");
        JournalFile journal = new JournalFile(full, new FileOutputStream(full.toFile()), clock, 1);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> journal.append(EVENT))
                .withMessage("The journal `/dev/full` can't be written any more: No space left on device. "
                        + "What is in it up to record 0 is whole.");
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(journal::force);
        journal.close();
    }
}
