package dev.lifeboat.interpreter.run;

import java.time.Instant;

/** Follows a run. Called in the order of the journal, after the event is in it; must not block. */
@FunctionalInterface
public interface Listener {
    void heard(Recorded recorded);

    /** What had happened before the run broke off, and is gone through again as it is carried on. */
    default void replayed(Recorded recorded) {
        heard(recorded);
    }

    /** How far a call has come; not journaled. */
    default void progress(String step, Instant at, String what) {}
}
