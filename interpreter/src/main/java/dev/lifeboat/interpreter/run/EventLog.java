package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.journal.Journal;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Puts events into the journal and tells the listeners, one at a time, in one order for all. */
public final class EventLog {
    private final Journal journal;
    private final List<Listener> listeners;
    // Not `synchronized`: a virtual thread that waits for it must not hold its carrier.
    private final ReentrantLock lock = new ReentrantLock();

    public EventLog(Journal journal, List<Listener> listeners) {
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
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
        lock.lock();
        try {
            Recorded recorded = journal.append(event);
            if (forced) {
                journal.force();
            }
            listeners.forEach(listener -> listener.heard(recorded));
            return recorded;
        } finally {
            lock.unlock();
        }
    }

    /** How far a call has come: shown, not journaled. */
    public void progress(String step, String what) {
        listeners.forEach(listener -> listener.progress(step, what));
    }
}
