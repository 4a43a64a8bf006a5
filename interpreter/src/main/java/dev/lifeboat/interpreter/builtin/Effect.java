package dev.lifeboat.interpreter.builtin;

/** What a call does to the world; it decides where a runbook may make it ({@code docs/language.md}, effects). Ordered from harmless to final. */
public enum Effect {
    /** Reads only. */
    OBSERVES,
    /** Writes nothing but Lifeboat's own schema, or puts back what it touched. */
    PROBES,
    /** Has an inverse, registered before the change with the state that was found. */
    CHANGES,
    /** Cannot be taken back. */
    DESTROYS;

    public boolean atMost(Effect limit) {
        return compareTo(limit) <= 0;
    }

    /** Whether a rollback has to know of it. */
    public boolean alters() {
        return this == CHANGES || this == DESTROYS;
    }
}
