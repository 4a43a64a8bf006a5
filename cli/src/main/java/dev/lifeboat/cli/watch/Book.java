package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.journal.JournalFile;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.journal.JournalReading;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of a watch while it is written. Its file is locked until this is closed, so that two watches don't tell the same; nobody in this process opens it
 * meanwhile, as the system would take the lock away when they close it.
 */
final class Book implements AutoCloseable {
    private final JournalFile file;
    private final List<Recorded> records;

    private Book(JournalFile file, List<Recorded> records) {
        this.file = file;
        this.records = new ArrayList<>(records);
    }

    /** @throws dev.lifeboat.interpreter.builtin.Failure where another watch has it, or it is damaged */
    static Book open(Path journal, Clock clock) {
        Path path = Memory.file(journal);
        if (!Files.exists(path)) {
            return new Book(JournalFile.create(path, clock), List.of());
        }
        JournalReading reading = JournalReader.read(path);
        return new Book(JournalFile.carryOn(reading, clock, 1), reading.records());
    }

    Memory memory() {
        return new Memory(records);
    }

    /** Returns when it is on disk. */
    Recorded write(String strand, Event event) {
        Recorded recorded = file.append(strand, event);
        file.force();
        records.add(recorded);
        return recorded;
    }

    @Override
    public void close() {
        file.close();
    }
}
