package dev.lifeboat.builtins.mysql;

import java.time.Duration;

/**
 * How a server takes part in semi-synchronous replication. Set at run time only: what a start makes of it is the option file's business.
 *
 * @param source    whether its commits wait until replicas have received them
 * @param replica   whether its receiver acknowledges what it has received
 * @param waitCount for how many replicas a commit waits
 * @param timeout   how long, before commits go on without them
 */
public record SemiSync(boolean source, boolean replica, int waitCount, Duration timeout) {
    /** With the rest as MySQL has it by itself. */
    public static final SemiSync OFF = new SemiSync(false, false, 1, Duration.ofSeconds(10));

    /** The same with commits that wait, or do not. */
    public SemiSync source(boolean on) {
        return new SemiSync(on, replica, waitCount, timeout);
    }

    /** The same with a receiver that acknowledges, or does not. */
    public SemiSync replica(boolean on) {
        return new SemiSync(source, on, waitCount, timeout);
    }
}
