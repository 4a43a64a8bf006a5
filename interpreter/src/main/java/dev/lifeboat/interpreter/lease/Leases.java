package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.util.Optional;

/**
 * The leases of one cluster. Each holder adds a claim to the store, whose number is one more than the one before: the fencing epoch. Nothing in the store is ever
 * taken away. The highest claim is the one that holds, until its end is there too or a higher one is; so no clock decides anything, and whatever a crash leaves
 * behind is either a claim or none.
 */
public final class Leases {
    private final String cluster;
    private final Shelf shelf;
    private final Clock clock;

    public Leases(String cluster, LeaseStore store, Clock clock) {
        this.cluster = cluster;
        this.shelf = new Shelf(store);
        this.clock = clock;
    }

    /** @throws Lease.Refused where somebody holds it */
    public HeldLease acquire(Claim claim) {
        long last = shelf.last();
        refuseWhileHeld(last);
        // Where another was faster, the claim that is there now says who.
        return claimed(last + 1, claim, Optional.empty()).orElseGet(() -> acquire(claim));
    }

    /** @throws Lease.Refused while somebody holds an exclusive one */
    public SharedLease share(Claim claim) {
        refuseWhileHeld(shelf.last());
        shelf.share(claim);
        return new SharedLease(cluster, shelf, claim, shelf.last(), clock);
    }

    /**
     * Takes it from a run that holds it, whether that lives or not. Where the run has ended meanwhile, it is taken as one that is free.
     *
     * @param run    as its refusal named it
     * @param reason why, for those who look at it later; may be empty
     * @throws Lease.Refused where another run holds it
     */
    public HeldLease takeOver(Claim claim, String run, String reason) {
        long last = shelf.last();
        var holder = shelf.holder(last);
        if (holder.isEmpty()) {
            return acquire(claim);
        }
        if (!holder.get().run().equals(run)) {
            throw refused(holder.get());
        }
        var taking = claim.takingOver(run, reason);
        var takeover = new Lease.Takeover(holder.get().at(last), reason);
        return claimed(last + 1, taking, Optional.of(takeover)).orElseGet(() -> takeOver(claim, run, reason));
    }

    /**
     * The process enters before it claims: wherever in between it dies, others can see that it has.
     *
     * @return none where somebody else was faster
     */
    private Optional<HeldLease> claimed(long epoch, Claim claim, Optional<Lease.Takeover> takeover) {
        var presence = shelf.enter(claim);
        var claimed = false;
        try {
            claimed = shelf.create(epoch, claim);
        } finally {
            if (!claimed) {
                presence.close();
            }
        }
        return claimed
                ? Optional.of(new HeldLease(cluster, shelf, claim.at(epoch), takeover, clock, presence))
                : Optional.empty();
    }

    private void refuseWhileHeld(long last) {
        shelf.holder(last).ifPresent(holder -> {
            throw refused(holder);
        });
    }

    private Lease.Refused refused(Claim holder) {
        long epoch = shelf.last();
        var seen = shelf.beat(epoch).map(at -> "last heartbeat " + Shelf.time(at)).orElse("no heartbeat yet");
        var left = shelf.hasLeft(holder)
                ? " That process has ended without giving it back."
                : "";
        return new Lease.Refused("Cluster `" + cluster + "` is held by run `" + holder.run() + "` of "
                + holder.operator() + " on " + holder.host() + " (process " + holder.process() + "), since "
                + Shelf.time(holder.since()) + ", " + seen + "." + left,
                "Ask " + holder.operator() + ", or carry that run on in its place: `lifeboat takeover " + holder.run()
                        + " --reason \"why\"`; or take the cluster for this runbook: the same command with `--takeover "
                        + holder.run()
                        + " --reason \"why\"`. Either ends what it has open on the servers, and refuses whatever it does"
                        + " next.");
    }
}
