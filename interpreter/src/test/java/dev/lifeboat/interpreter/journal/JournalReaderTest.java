package dev.lifeboat.interpreter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.Anything;
import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.journal.JournalReading.Condition;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    private static final Path NAME = Path.of("run-1");
    private final List<Recorded> written = new ArrayList<>();
    private byte[] bytes;
    /** Where each record ends. */
    private final List<Integer> ends = new ArrayList<>();

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("journal");
        try (JournalFile journal = JournalFile.create(path, new StillClock())) {
            for (long seed = 0; seed < 8; seed++) {
                Class<?>[] kinds = Event.class.getPermittedSubclasses();
                written.add(journal.append("main",
                        (Event) new Anything(seed).record(kinds[(int) seed * 5 % kinds.length])));
                ends.add((int) Files.size(path));
            }
        }
        bytes = Files.readAllBytes(path);
    }

    @Test
    void cutAtAnyByteItGivesExactlyTheWholeRecordsAndReportsTheTail() {
        for (int length = 0; length <= bytes.length; length++) {
            int cut = length;
            List<Integer> whole = ends.stream().filter(end -> end <= cut).toList();
            int tail = cut - (whole.isEmpty() ? 0 : whole.getLast());
            JournalReading reading = JournalReader.read(NAME, Arrays.copyOf(bytes, cut));
            assertThat(reading.trusted()).as("cut at %d", cut).isEqualTo(written.subList(0, whole.size()));
            assertThat(reading.condition()).as("cut at %d", cut)
                    .isEqualTo(tail == 0 ? new Condition.Sound() : new Condition.TornTail(tail));
            assertThat(reading.wholeBytes()).as("cut at %d", cut).isEqualTo(cut - tail);
        }
    }

    @Test
    void anyFlippedBitIsNoticedAndWhatIsBeforeItIsRead() {
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << bit);
                int where = at;
                int before = (int) ends.stream().filter(end -> end <= where).count();
                JournalReading reading = JournalReader.read(NAME, flipped);
                assertThat(reading.condition()).as("bit %d of byte %d", bit, at).isInstanceOf(Condition.Damaged.class);
                assertThat(reading.records()).as("bit %d of byte %d", bit, at).isEqualTo(written.subList(0, before));
            }
        }
    }

    @Test
    void damageInTheMiddleIsRefusedAndNamesWhatCanStillBeRead() {
        byte[] damaged = bytes.clone();
        damaged[ends.get(2) + 100] ^= 1;
        JournalReading reading = JournalReader.read(NAME, damaged);
        assertThatExceptionOfType(Failure.class).isThrownBy(reading::trusted)
                .withMessage("`run-1` is damaged at byte " + ends.get(2) + ", in record 4: its checksum does not fit. "
                        + "Records 1 to 3 can still be read; behind it 4 are whole by themselves.");
        assertThat(reading.records()).isEqualTo(written.subList(0, 3));
    }

    @Test
    void aRecordThatIsGoneOrMovedBreaksTheChain() {
        assertThat(damage(line(0), line(2))).isEqualTo("it does not follow from the record before it");
        assertThat(damage(line(0), line(1), line(1))).isEqualTo("it does not follow from the record before it");
        assertThat(damage(line(1), line(0))).isEqualTo("it does not follow from the record before it");
    }

    @Test
    void aRecordThatCountsWronglyOrSaysNothingKnownIsDamage() {
        assertThat(
                damage(forged(
                        "{\"n\":2,\"epoch\":1,\"strand\":\"main\",\"at\":\"2026-01-01T00:00:00Z\",\"event\":\"Kept\",\"step\":\"a\","
                                + "\"why\":\"b\"}")))
                .isEqualTo("its number is 2");
        assertThat(damage(forged(
                "{\"n\":1,\"epoch\":1,\"strand\":\"main\",\"at\":\"2026-01-01T00:00:00Z\",\"event\":\"Danced\"}")))
                .isEqualTo(
                        "it holds no event that this version of Lifeboat can read (This version of Lifeboat knows no "
                                + "event `Danced`.)");
    }

    @Test
    void zerosBehindTheLastRecordAreATail() {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 4096);
        assertThat(JournalReader.read(NAME, longer).condition()).isEqualTo(new Condition.TornTail(4096));
        assertThat(JournalReader.read(NAME, longer).describe()).isEqualTo(
                "`run-1` has 8 whole records, and behind them 4096 bytes of one that was never finished.");
    }

    @Test
    void anEmptyFileIsAJournalWithoutRecords() {
        assertThat(JournalReader.read(NAME, new byte[0]).describe())
                .isEqualTo("`run-1` has 0 whole records, and nothing else.");
    }

    @Test
    void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> JournalReader.read(folder.resolve("none")))
                .withMessage("The journal `%1$s` can't be read: there is no `%1$s`.", folder.resolve("none"));
    }

    private byte[] line(int index) {
        return Arrays.copyOfRange(bytes, index == 0 ? 0 : ends.get(index - 1), ends.get(index));
    }

    private static byte[] forged(String payload) {
        byte[] content = payload.getBytes(StandardCharsets.UTF_8);
        return RecordLine.write(content, RecordLine.chain(RecordLine.start(), content));
    }

    private static String damage(byte[]... lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(lines).forEach(all::writeBytes);
        JournalReading reading = JournalReader.read(NAME, all.toByteArray());
        assertThat(reading.condition()).isInstanceOf(Condition.Damaged.class);
        return ((Condition.Damaged) reading.condition()).what();
    }
}
