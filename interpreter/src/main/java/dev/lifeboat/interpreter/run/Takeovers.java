package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.world.Lease;
import java.util.Optional;

/** The first thing that a run does which has taken the cluster from another: nothing of that other may be under way any more. */
final class Takeovers {
    private final RunContext context;
    /** It takes the cluster from its own earlier process. */
    private final boolean resumed;

    Takeovers(RunContext context) {
        this.context = context;
        this.resumed = !context.replay().isOver();
    }

    /**
     * Ends what the earlier process of a run had under way that is carried on, also where that gave its lease back.
     *
     * @throws Failure where it has not ended: the run can't be carried on yet
     */
    void ofItself() {
        if (resumed) {
            var evicted = evicted(context.world().ports().evictFormer());
            if (!evicted.running().isEmpty()) {
                throw Failure.of(unended(evicted)).hint("See to it on those servers, then try again.");
            }
            context.world().ports().lease().takeover().map(Takeovers::tookOver).ifPresent(context::foreword);
            if (!evicted.ended().isEmpty() || !evicted.unfenced().isEmpty()) {
                context.foreword(evicted);
            }
        }
    }

    /** @return why nothing may be done; empty where the run can go on */
    Optional<Ending> obstacle() {
        return resumed
                ? context.replay().next().map(Recorded::event).filter(Event.TookOver.class::isInstance)
                        .flatMap(known -> obstacle((Event.TookOver) known))
                : context.world().ports().lease().takeover().flatMap(takeover -> obstacle(tookOver(takeover)));
    }

    private Optional<Ending> obstacle(Event.TookOver tookOver) {
        context.recordForced(tookOver);
        var evicted = context.replay().answer(Event.FormerEvicted.class)
                .orElseGet(() -> evicted(context.world().ports().evictFormer()));
        context.recordForced(evicted);
        return evicted.running().isEmpty()
                ? Optional.empty()
                : Optional.of(new Ending(RunOutcome.FAILED, unended(evicted)));
    }

    private static Event.TookOver tookOver(Lease.Takeover takeover) {
        var from = takeover.from();
        return new Event.TookOver(from.run(), from.operator(), from.host(), from.since(), takeover.reason());
    }

    private static Event.FormerEvicted evicted(Ports.Eviction eviction) {
        return new Event.FormerEvicted(eviction.ended(), eviction.unfenced(), eviction.running());
    }

    private static String unended(Event.FormerEvicted evicted) {
        return "What the former holder had under way has not ended: " + String.join("; ", evicted.running())
                + ". Nothing was done.";
    }
}
