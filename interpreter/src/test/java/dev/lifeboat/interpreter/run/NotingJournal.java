package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.journal.EventJson;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A journal that notes when it is written and forced, among what else a test notes; and that can be lost. */
final class NotingJournal implements Journal {
    private final MemoryJournal records;
    private final List<String> notes;
    private int left = Integer.MAX_VALUE;

    NotingJournal(Clock clock, List<String> notes) {
        records = new MemoryJournal(clock);
        this.notes = notes;
    }

    /** It can't be written any more after so many further events. */
    void loseAfter(int events) {
        left = events;
    }

    @Override
    public Recorded append(String strand, Event event) {
        if (left-- == 0) {
            left = 0;
            throw new JournalLost("The journal is lost.", null);
        }
        notes.add(event.getClass().getSimpleName());
        return records.append(strand, event);
    }

    @Override
    public void force() {
        notes.add("FORCED");
    }

    @Override
    public void close() {
        records.close();
    }

    List<Recorded> records() {
        return records.records();
    }

    /** Its events as JSON, a line each, without their places. */
    String text() {
        return records().stream().map(EventJson::write).map(line -> line.replaceFirst("^.*?\"event\":", "") + "\n")
                .collect(Collectors.joining());
    }
}
