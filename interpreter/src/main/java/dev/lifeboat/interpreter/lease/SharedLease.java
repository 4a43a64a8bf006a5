package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;

/** A lease of which there may be several: frozen while somebody holds an exclusive one, and good again when that has ended. */
public final class SharedLease implements Lease, AutoCloseable {
    private final String cluster;
    private final Shelf shelf;
    private final Claim claim;
    private final long epoch;
    private final Clock clock;
    private String end = "BROKEN_OFF";

    SharedLease(String cluster, Shelf shelf, Claim claim, long epoch, Clock clock) {
        this.cluster = cluster;
        this.shelf = shelf;
        this.claim = claim;
        this.epoch = epoch;
        this.clock = clock;
    }

    /** That of the last exclusive one before it. */
    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public void assertHeld() {
        shelf.holder(shelf.last()).ifPresent(incident -> {
            throw Failure
                    .of("Run `" + incident.run() + "` of " + incident.operator() + " has frozen what others do on `"
                            + cluster + "`. Nothing was changed.")
                    .hint("This can go on when that run has ended.");
        });
    }

    public void ends(String how) {
        end = how;
    }

    @Override
    public void close() {
        shelf.endShared(claim.run(), end, clock.now());
    }
}
