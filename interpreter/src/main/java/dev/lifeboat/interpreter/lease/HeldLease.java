package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.util.List;
import java.util.Optional;

/** An exclusive lease, while it is held. Once closed it leaves how its run ended, and never itself. */
public final class HeldLease implements TakenLease {
    private final String cluster;
    private final Shelf shelf;
    private final Holder holder;
    private final Optional<Takeover> takeover;
    private final Clock clock;
    private final LeaseStore.Presence presence;
    private final Heartbeat heartbeat;
    private String end = "BROKEN_OFF";

    HeldLease(String cluster, Shelf shelf, Holder holder, Optional<Takeover> takeover, Clock clock,
            LeaseStore.Presence presence) {
        this.cluster = cluster;
        this.shelf = shelf;
        this.holder = holder;
        this.takeover = takeover;
        this.clock = clock;
        this.presence = presence;
        heartbeat = Heartbeat.start(() -> shelf.beat(holder.epoch(), clock.now()));
    }

    @Override
    public String cluster() {
        return cluster;
    }

    public Holder holder() {
        return holder;
    }

    /** Those that hold shared leases. */
    @Override
    public List<String> frozen() {
        return shelf.sharing();
    }

    @Override
    public Optional<String> unheard() {
        return heartbeat.problem();
    }

    @Override
    public long epoch() {
        return holder.epoch();
    }

    /** The own claim is looked for last: where the store has gone meanwhile, neither is there. */
    @Override
    public void assertHeld() {
        if (!shelf.seen(cluster, this::isThereStill)) {
            throw Failure
                    .of("Whether the lease of `" + cluster + "` is still held can't be seen: "
                            + shelf.store().place() + " does not show it. Nothing was changed.")
                    .hint("Look after that place, such as whether it is mounted; then try again.");
        }
    }

    private boolean isThereStill() {
        long next = epoch() + 1;
        if (shelf.isClaimed(next)) {
            var claim = shelf.claim(next);
            throw new Lost(claim.at(next), claim.reason());
        }
        return shelf.isClaimed(epoch());
    }

    @Override
    public Optional<Takeover> takeover() {
        return takeover;
    }

    @Override
    public void ends(String how) {
        end = how;
    }

    @Override
    public void close() {
        try (presence; heartbeat) {
            shelf.end(epoch(), end, clock.now());
        }
    }
}
