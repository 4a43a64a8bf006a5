package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a replica received and has not applied, and the set of all that it received. */
final class RelayLog {
    private final Deque<Arrived> waiting = new ArrayDeque<>();
    private final Gtids received = new Gtids();

    record Arrived(Transaction transaction, Instant at) {}

    void append(Transaction transaction, Instant at) {
        waiting.addLast(new Arrived(transaction, at));
        received.add(transaction);
    }

    Optional<Arrived> first() {
        return Optional.ofNullable(waiting.peekFirst());
    }

    void removeFirst() {
        waiting.removeFirst();
    }

    boolean received(Transaction transaction) {
        return received.contains(transaction);
    }

    GtidSet received() {
        return received.set();
    }

    /** Throws away what was received, applied or not. */
    void clear() {
        waiting.clear();
        received.clear();
    }
}
