package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Limits of time, nested: each is told by whoever set it. */
final class Limits {

    private Limits() {}

    /** @param late what to throw where this limit, and not one around it, ended the body */
    static <T> T within(Clock clock, Duration limit, Supplier<T> body, Supplier<? extends RuntimeException> late) {
        boolean innermost = limit.compareTo(clock.remaining()) < 0;
        try {
            return clock.within(limit, body::get);
        } catch (Clock.DeadlinePassed passed) {
            throw innermost ? late.get() : passed;
        }
    }

    /**
     * Within the limit, if there is one.
     *
     * @throws Clock.DeadlinePassed when the limit ended it
     */
    static <T> T within(Clock clock, Optional<Duration> limit, Supplier<T> body) {
        return limit.isPresent() ? clock.within(limit.get(), body::get) : body.get();
    }
}
