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
                written.add(journal.append("main", new Event.AttemptBegan("fence", i)));
            }
            journal.force();
            assertThat(JournalReader.read(folder.resolve("journal")).records()).isEqualTo(written);
        }
        assertThat(JournalReader.read(folder.resolve("journal")).trusted()).isEqualTo(written).first()
                .isEqualTo(
                        new Recorded(1, 1, "main", StillClock.START.plusMillis(7), new Event.AttemptBegan("fence", 0)));
    }

    @Test
    void aRecordIsALineThatOthersCanCheck() throws IOException {
        try (JournalFile journal = JournalFile.create(folder.resolve("journal"), clock)) {
            journal.append("main", EVENT);
        }
        // Length, CRC32C and SHA-256 as another implementation than Java's computes them.
        assertThat(folder.resolve("journal")).hasContent(
                """
                        00000076 3edc2734 7ee83d319c6256e8abd1a9525920c4fd3e76c7c6b772f0a8341063ae35d3659d {"n":1,"epoch":1,"strand":"main","at":"2026-01-01T03:00:00Z","event":"StepBegan","step":"fence","title":"Keep it out"}
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
            journal.append("main", EVENT);
            journal.force();
            assertThat(Thread.interrupted()).isTrue();
            journal.append("main", EVENT);
        }
        assertThat(JournalReader.read(folder.resolve("journal")).trusted()).hasSize(2);
    }

    @Test
    void aFullDiskEndsIt() throws IOException {
        Path full = Path.of("/dev/full");
        JournalFile journal = new JournalFile(full, new FileOutputStream(full.toFile()), clock, 1);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> journal.append("main", EVENT))
                .withMessage("The journal `/dev/full` can't be written any more: No space left on device. "
                        + "What is in it up to record 0 is whole.");
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(journal::force);
        journal.close();
    }

    @Test
    void whereverItBrokeOffItIsCarriedOnBehindTheLastWholeRecord() throws IOException {
        Path whole = folder.resolve("whole");
        try (JournalFile journal = JournalFile.create(whole, clock)) {
            journal.append("main", EVENT);
            journal.append("main", EVENT);
        }
        byte[] bytes = Files.readAllBytes(whole);
        int first = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first; length < bytes.length; length++) {
            Path path = Files.write(folder.resolve("broken" + length), java.util.Arrays.copyOf(bytes, length));
            try (JournalFile journal = JournalFile.carryOn(JournalReader.read(path), clock, 2)) {
                assertThat(journal.append("main", EVENT).epoch()).isEqualTo(2);
            }
            assertThat(JournalReader.read(path).trusted()).as("broken at %d", length).hasSize(2);
            assertThat(JournalReader.read(path).isSound()).isTrue();
        }
    }

    @Test
    void oneProcessAloneCarriesARunOn() {
        Path path = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(path, clock)) {
            journal.append("main", EVENT);
            JournalReading reading = JournalReader.read(path);
            assertThat(JournalLock.isHeld(path)).isTrue();
            assertThatExceptionOfType(Failure.class).isThrownBy(() -> JournalFile.carryOn(reading, clock, 2))
                    .withMessage("The run of `" + path + "` is going on: another process holds its journal.");
        }
        assertThat(JournalLock.isHeld(path)).isFalse();
    }
}
