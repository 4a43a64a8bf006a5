package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;

/**
 * Where an applier stops by itself.
 *
 * @param after  once all of it is executed ({@code SQL_AFTER_GTIDS}); nowhere where it is empty
 * @param before before the first of it ({@code SQL_BEFORE_GTIDS})
 */
record Until(GtidSet after, GtidSet before) {
    static final Until NEVER = new Until(GtidSet.EMPTY, GtidSet.EMPTY);

    static Until after(GtidSet set) {
        return new Until(set, GtidSet.EMPTY);
    }

    static Until before(GtidSet set) {
        return new Until(GtidSet.EMPTY, set);
    }

    /** Whether it has to stop where this is executed. */
    boolean isPast(GtidSet executed) {
        return !after.isEmpty() && executed.contains(after) || !executed.intersect(before).isEmpty();
    }

    boolean isBefore(Transaction next) {
        return before.contains(next.gtid());
    }
}
