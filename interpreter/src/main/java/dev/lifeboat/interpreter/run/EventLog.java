package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.replay.Replay;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Puts events into the journal and tells the listeners, one at a time, in one order for all. Where a run is carried on, what it comes to is in the journal already
 * up to where it broke off: that is gone through once more, and what is recorded is what stands there.
 */
public final class EventLog {
    private final Journal journal;
    private final List<Listener> listeners;
    private final Replay replay;
    // Not `synchronized`: a virtual thread that waits for it must not hold its carrier.
    private final ReentrantLock lock = new ReentrantLock();
    /** What is journaled before anything new. */
    private Optional<Event.Resumed> resumed;
    private final List<Event> forewords = new ArrayList<>();

    public EventLog(Journal journal, List<Listener> listeners, Resumption resumption, Clock clock) {
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
        this.replay = new Replay(resumption, clock);
        this.resumed = resumption.event();
    }

    /** @throws Journal.JournalLost where the journal can't be written; then the run has to end */
    public Recorded record(Event event) {
        return record(event, false);
    }

    /** Returns when the event is on disk, with all before it. */
    public Recorded recordForced(Event event) {
        return record(event, true);
    }

    private Recorded record(Event event, boolean forced) {
        var known = replay.awaitTurn();
        if (known.isPresent()) {
            replay.compare(event, known.get());
            return play(known.get());
        }
        return append(event, forced);
    }

    /** Something that reached the run and that nothing follows from: no resumption comes to it again. */
    public void note(Event event) {
        replay.awaitEnd();
        lock.lock();
        try {
            recordResumption();
            tell(journal.append(Recorded.OUTSIDE, event));
        } finally {
            lock.unlock();
        }
    }

    /** What was done so that the run can be carried on at all: it is journaled with that. */
    void foreword(Event event) {
        forewords.add(event);
    }

    private void recordResumption() {
        if (resumed.isPresent()) {
            tell(journal.append(replay.mainStrand(), resumed.get()));
            forewords.forEach(event -> tell(journal.append(Recorded.OUTSIDE, event)));
            resumed = Optional.empty();
        }
    }

    private Recorded append(Event event, boolean forced) {
        lock.lock();
        try {
            recordResumption();
            Recorded recorded = journal.append(replay.strand(), event);
            if (forced) {
                journal.force();
            }
            replay.isLive();
            tell(recorded);
            return recorded;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Recorded recorded) {
        listeners.forEach(listener -> listener.heard(recorded));
    }

    private Recorded play(Recorded known) {
        lock.lock();
        try {
            listeners.forEach(listener -> listener.replayed(known));
            replay.played();
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** The record in whose place the event comes; empty where the run goes on by itself. */
    Optional<Recorded> known(Event event) {
        var known = replay.awaitTurn();
        while (known.isPresent() && known.get().event() instanceof Event.NotModelled) {
            play(known.get());
            known = replay.awaitTurn();
        }
        known.ifPresent(record -> {
            replay.compare(event, record);
            play(record);
        });
        return known;
    }

    /** Goes through all up to such an event of this task; empty, and nothing is gone through, where the journal has none. */
    <E extends Event> Optional<E> replayUpTo(Class<E> kind, Predicate<E> which) {
        var last = replay.find(kind, which);
        last.ifPresent(record -> {
            while (play(replay.awaitTurn().orElseThrow()) != record) {
                // What came of it is what counts.
            }
        });
        return last.map(record -> kind.cast(record.event()));
    }

    /** Goes through all that is left of this task, and returns when the run goes on by itself. */
    void replayRest() {
        for (var next = replay.awaitTurn(); next.isPresent(); next = replay.awaitTurn()) {
            play(next.get());
        }
    }

    /** How far a call has come: shown, not journaled. */
    public void progress(String step, Instant at, String what) {
        listeners.forEach(listener -> listener.progress(step, at, what));
    }

    public Replay replay() {
        return replay;
    }
}
