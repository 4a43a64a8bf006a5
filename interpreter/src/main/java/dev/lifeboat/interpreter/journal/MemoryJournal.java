package dev.lifeboat.interpreter.journal;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.world.Clock;
import java.util.ArrayList;
import java.util.List;

/** A journal that ends with the process: for simulated runs whose journal nobody asked for, and for tests. */
public final class MemoryJournal implements Journal {
    private final Clock clock;
    private final long epoch;
    private final List<Recorded> records = new ArrayList<>();

    public MemoryJournal(Clock clock) {
        this.clock = clock;
        epoch = 1;
    }

    /** That of a run which is carried on. */
    public MemoryJournal(Clock clock, List<Recorded> history) {
        this.clock = clock;
        records.addAll(history);
        epoch = history.getLast().epoch() + 1;
    }

    @Override
    public synchronized Recorded append(String strand, Event event) {
        Recorded recorded = new Recorded(records.size() + 1, epoch, strand, clock.now(), event);
        records.add(recorded);
        return recorded;
    }

    @Override
    public void force() {
        // There is no disk behind it.
    }

    @Override
    public void close() {
        // Its records may be read on.
    }

    public synchronized List<Recorded> records() {
        return List.copyOf(records);
    }
}
