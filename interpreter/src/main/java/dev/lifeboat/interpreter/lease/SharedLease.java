package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;

/** A lease of which there may be several: frozen while somebody holds an exclusive one, and good again when that has ended. */
public final class SharedLease implements TakenLease {
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
        shelf.seen(cluster, () -> shelf.holder(shelf.last())).ifPresent(incident -> {
            throw Failure
                    .of("Run `" + incident.run() + "` of " + incident.operator() + " has frozen what others do on `"
                            + cluster + "`. Nothing was changed.")
                    .hint("This can go on when that run has ended.");
        });
    }

    @Override
    public String cluster() {
        return cluster;
    }

    @Override
    public List<String> frozen() {
        return List.of();
    }

    @Override
    public Optional<String> unheard() {
        return Optional.empty();
    }

    @Override
    public void ends(String how) {
        end = how;
    }

    @Override
    public void close() {
        shelf.endShared(claim.run(), end, clock.now());
    }
}
