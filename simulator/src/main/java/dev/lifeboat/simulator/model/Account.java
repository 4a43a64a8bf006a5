package dev.lifeboat.simulator.model;

/** Who writes: it decides which of the read-only variables stops it. */
public enum Account {
    /** Stopped by {@code read_only}. */
    APPLICATION,
    /** Has CONNECTION_ADMIN: stopped by {@code super_read_only} alone. */
    ADMIN
}
