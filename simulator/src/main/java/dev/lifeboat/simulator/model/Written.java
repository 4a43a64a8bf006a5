package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;

/** What became of a write. */
public sealed interface Written {

    record Committed(GtidSet gtid, long key) implements Written {}

    /** @param error MySQL's number */
    record Refused(int error, String text) implements Written {}

    /** No answer: the server hangs, or is cut off. */
    record Silent() implements Written {}
}
