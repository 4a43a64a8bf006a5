package dev.lifeboat.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting, in real time or in simulated time, for what a server does by itself. */
public final class Eventually {
    public static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Eventually() {}

    /** Fails where it does not hold within {@link #SOON}. */
    public static void holds(Clock clock, String what, BooleanSupplier condition) {
        Instant end = clock.now().plus(SOON);
        while (!condition.getAsBoolean()) {
            assertThat(clock.now()).as("waiting until %s", what).isBefore(end);
            clock.sleep(LOOK);
        }
    }
}
