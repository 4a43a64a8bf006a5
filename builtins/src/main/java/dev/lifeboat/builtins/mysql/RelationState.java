package dev.lifeboat.builtins.mysql;

/** What a server is to another, by their GTID sets. */
public enum RelationState {
    /** Both have executed the same. */
    IDENTICAL,
    /** It misses transactions that the other can still send. */
    RECOVERABLE,
    /** It misses transactions that the other has purged: it must be rebuilt. */
    IRRECOVERABLE,
    /** It has transactions that the other has not: its data are another history. */
    DIVERGED,
    /** It has executed nothing at all. */
    NEW
}
