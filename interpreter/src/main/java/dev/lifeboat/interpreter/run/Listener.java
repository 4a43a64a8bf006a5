package dev.lifeboat.interpreter.run;

/** Follows a run. Called in the order of the journal, after the event is in it; must not block. */
@FunctionalInterface
public interface Listener {
    void heard(Recorded recorded);

    /** How far a call has come; not journaled. */
    default void progress(String step, String what) {}
}
