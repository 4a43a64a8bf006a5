package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** A clock that stands: for what is over as soon as it begins. */
record StandingClock(Instant now) implements Clock {

    @Override
    public void sleep(Duration duration) {
        // No time passes.
    }

    @Override
    public Task fork(String name, Runnable body) {
        throw new IllegalStateException("Nothing runs side by side while time stands: `" + name + "`.");
    }

    @Override
    public <T> T within(Duration limit, Callable<T> body) {
        return untimed(body);
    }

    @Override
    public <T> T untimed(Callable<T> body) {
        try {
            return body.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void shielded(Duration limit, Runnable body) {
        body.run();
    }

    @Override
    public Duration remaining() {
        return NO_LIMIT;
    }
}
