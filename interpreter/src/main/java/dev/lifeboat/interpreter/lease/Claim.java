package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.world.Lease;
import java.time.Instant;

/**
 * What somebody writes into the store who takes a lease.
 *
 * @param host     the machine of the process
 * @param tookOver the run from which it was taken, empty where it was free
 * @param reason   why it was taken over, in the words of whoever did
 */
public record Claim(String run, String operator, String host, long process, Instant since, String tookOver,
        String reason) {

    public Claim(String run, String operator, String host, long process, Instant since) {
        this(run, operator, host, process, since, "", "");
    }

    Claim takingOver(String from, String why) {
        return new Claim(run, operator, host, process, since, from, why);
    }

    Lease.Holder at(long epoch) {
        return new Lease.Holder(epoch, run, operator, host, process, since);
    }

    /** Stands for one that can't be read: it is held, by whom nobody can say. */
    static Claim unreadable(long epoch) {
        return new Claim("epoch-" + epoch, "somebody", "an unknown machine", 0, Instant.EPOCH);
    }
}
