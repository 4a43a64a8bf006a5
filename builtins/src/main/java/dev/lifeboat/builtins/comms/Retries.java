package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tries again, a few times and not for long, what the other side could not take just now. */
final class Retries {
    private static final int MOST_TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private final Clock clock;

    /** How a try ended; one that need not be repeated throws its failure. */
    sealed interface Try {
        Try DONE = new Done();

        record Done() implements Try {}

        /** @param after when the other side wants to be asked again, where it says so */
        record Later(Failure failure, Optional<Duration> after) implements Try {}
    }

    Retries(Clock clock) {
        this.clock = clock;
    }

    void untilDone(Supplier<Try> oneTry) {
        for (int tries = 1; oneTry.get() instanceof Try.Later later; tries++) {
            Duration pause = later.after().orElse(PAUSE);
            if (tries == MOST_TRIES || pause.compareTo(LONGEST_PAUSE) > 0 || pause.compareTo(clock.remaining()) >= 0) {
                throw tries == 1 ? later.failure() : repeated(later.failure(), tries);
            }
            clock.sleep(pause);
        }
    }

    private static Failure repeated(Failure failure, int tries) {
        return Failure.of(failure.getMessage() + " It was tried " + tries + " times.").hint(failure.hint());
    }
}
