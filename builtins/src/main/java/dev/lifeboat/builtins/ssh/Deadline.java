package dev.lifeboat.builtins.ssh;

import dev.lifeboat.interpreter.world.RealWorld;
import java.time.Duration;

/** Until when something has to be over, on the machine's own clock. */
@RealWorld
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        // More than a century overflows.
        return new Deadline(System.nanoTime() + Math.min(duration.toSeconds(), 1L << 31) * 1_000_000_000L
                + duration.toNanosPart());
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** The earlier of this one and the one so far from now. */
    Deadline orIn(Duration duration) {
        return left().compareTo(duration) < 0 ? this : in(duration);
    }
}
