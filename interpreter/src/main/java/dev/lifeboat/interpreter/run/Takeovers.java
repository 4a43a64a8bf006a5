package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.Lease;
import java.util.Optional;

/** The first thing that a run does which has taken the cluster from another: nothing of that other may be under way any more. */
record Takeovers(RunContext context) {

    /** @return why nothing may be done; empty where the run can go on */
    Optional<Ending> obstacle() {
        return context.world().ports().lease().takeover().flatMap(this::obstacle);
    }

    private Optional<Ending> obstacle(Lease.Takeover takeover) {
        var from = takeover.from();
        context.recordForced(new Event.TookOver(from.run(), from.operator(), from.host(), from.since(),
                takeover.reason()));
        var eviction = context.world().ports().evictFormer();
        context.recordForced(new Event.FormerEvicted(eviction.ended(), eviction.unfenced(), eviction.running()));
        return eviction.running().isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(RunOutcome.FAILED,
                        "What the former holder had under way has not ended: " + String.join("; ", eviction.running())
                                + ". Nothing was done."));
    }
}
