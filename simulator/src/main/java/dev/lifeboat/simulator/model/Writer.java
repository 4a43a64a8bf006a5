package dev.lifeboat.simulator.model;

import java.time.Instant;

/** Somebody who writes by himself, again and again. */
interface Writer {

    /** When he writes next. */
    Instant next();

    /** Makes the write that is due at {@link #next}. */
    void write();
}
