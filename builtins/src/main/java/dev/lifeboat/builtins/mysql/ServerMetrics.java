package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.HasIdentity;
import java.time.Instant;

/** What a server counts of what it does. */
@HasIdentity
public interface ServerMetrics {

    String name();

    Counters counters();

    /**
     * Since it was started.
     *
     * @param at          by its own clock
     * @param statements  sent by clients
     * @param writes      of them (and of events) that change rows
     * @param timed       statements that were timed
     * @param picoseconds how long those took together
     */
    record Counters(Instant at, long statements, long writes, long timed, long picoseconds) {}
}
