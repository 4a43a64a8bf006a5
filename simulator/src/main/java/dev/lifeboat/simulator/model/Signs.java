package dev.lifeboat.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The signs of life that a receiver has had from its source. Heartbeats come only where nothing else does. */
public final class Signs {
    private Instant last = Instant.EPOCH;
    private long heartbeats;
    private Optional<Instant> lastHeartbeat = Optional.empty();
    private Optional<Instant> lastQueued = Optional.empty();

    /** When the last sign came, of whatever kind. */
    Instant last() {
        return last;
    }

    public long heartbeats() {
        return heartbeats;
    }

    public Optional<Instant> lastHeartbeat() {
        return lastHeartbeat;
    }

    /** When the newest transaction that came had been committed on its source. */
    public Optional<Instant> lastQueued() {
        return lastQueued;
    }

    void connected(Instant now) {
        last = now;
    }

    void queued(Transaction transaction, Instant arrived) {
        last = arrived;
        lastQueued = Optional.of(transaction.committed());
    }

    void beatUntil(Instant now, Duration period) {
        long beats = Duration.between(last, now).toNanos() / period.toNanos();
        if (beats > 0) {
            heartbeats += beats;
            last = last.plus(period.multipliedBy(beats));
            lastHeartbeat = Optional.of(last);
        }
    }
}
