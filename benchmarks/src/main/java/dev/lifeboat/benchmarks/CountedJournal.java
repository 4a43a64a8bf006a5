package dev.lifeboat.benchmarks;

import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.util.ArrayList;
import java.util.List;

/** Counts what a run asks of its journal, and how long each force takes. */
final class CountedJournal implements Journal {
    private final Journal journal;
    private final List<Long> forces = new ArrayList<>();
    private int records;
    private int steps;

    CountedJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Recorded append(String strand, Event event) {
        records++;
        if (event instanceof Event.StepBegan) {
            steps++;
        }
        return journal.append(strand, event);
    }

    @Override
    public void force() {
        long began = System.nanoTime();
        journal.force();
        forces.add(System.nanoTime() - began);
    }

    @Override
    public void close() {
        journal.close();
    }

    int records() {
        return records;
    }

    int steps() {
        return steps;
    }

    /** How long each took, in nanoseconds. */
    List<Long> forces() {
        return List.copyOf(forces);
    }
}
