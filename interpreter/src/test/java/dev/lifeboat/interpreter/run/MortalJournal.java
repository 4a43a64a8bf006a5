package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;

/** A journal whose process can be let die: from then on nothing gets into it any more, and nobody comes to do anything. */
final class MortalJournal implements Journal {
    private final Clock clock;
    private MemoryJournal records;
    private long last = Long.MAX_VALUE;
    private boolean afterIt;
    private boolean dead;
    private Runnable everybodyElse = () -> {};
    private Optional<Event> lost = Optional.empty();

    MortalJournal(Clock clock) {
        this.clock = clock;
        records = new MemoryJournal(clock);
    }

    /**
     * @param after         whether it is written, and whoever wrote it comes to nothing further; else it dies as that is to be written
     * @param everybodyElse lets the others die at the same moment
     */
    void dieAt(long number, boolean after, Runnable everybodyElse) {
        this.everybodyElse = everybodyElse;
        last = number;
        afterIt = after;
    }

    @Override
    public synchronized Recorded append(String strand, Event event) {
        boolean lastOne = records.records().size() + 1 == last;
        if (!dead && lastOne && !afterIt) {
            lost = Optional.of(event);
        }
        if (dead || lastOne && !afterIt) {
            throw died();
        }
        var recorded = records.append(strand, event);
        if (lastOne) {
            throw died();
        }
        return recorded;
    }

    private JournalLost died() {
        if (!dead) {
            dead = true;
            everybodyElse.run();
        }
        return new JournalLost("The process died.", null);
    }

    @Override
    public void force() {
        // There is no disk behind it.
    }

    @Override
    public void close() {
        records.close();
    }

    /** What was to be written as it died. */
    Optional<Event> lost() {
        return lost;
    }

    /** @return what is in it; what was forgotten by the dead goes on behind it */
    synchronized List<Recorded> revive() {
        var history = records.records();
        records = new MemoryJournal(clock, history);
        dead = false;
        last = Long.MAX_VALUE;
        return history;
    }

    List<Recorded> records() {
        return records.records();
    }
}
