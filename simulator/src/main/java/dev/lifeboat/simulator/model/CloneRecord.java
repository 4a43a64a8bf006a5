package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Duration;
import java.time.Instant;

/**
 * What a server knows of the clone that it received last.
 *
 * @param source   the donor's address
 * @param takes    how long it takes to copy
 * @param bytes    how much there is
 * @param executed the donor's, once it is complete
 */
public record CloneRecord(State state, String source, Instant began, Duration takes, long bytes, GtidSet executed) {
    static final CloneRecord NEVER = new CloneRecord(State.NEVER, "", Instant.EPOCH, Duration.ZERO, 0, GtidSet.EMPTY);

    public enum State {
        NEVER, UNDER_WAY, COMPLETED, FAILED
    }

    CloneRecord now(State later, GtidSet set) {
        return new CloneRecord(later, source, began, takes, bytes, set);
    }
}
