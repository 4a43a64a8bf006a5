package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.interpreter.builtin.Doc;

/** What a server is to another, by their timelines and GTID sets. */
public enum RelationState {
    @Doc("Both have executed the same.")
    IDENTICAL,
    @Doc("It misses transactions that the other can still send.")
    RECOVERABLE,
    @Doc("It misses transactions that the other has purged: it must be rebuilt.")
    IRRECOVERABLE,
    @Doc("It has transactions that the other has not, or is on another timeline: its data are another history.")
    DIVERGED,
    @Doc("It has executed nothing at all.")
    NEW
}
