package dev.lifeboat.builtins.lab;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for what a real server does in its own time: bounded, and saying what was waited for when it did not come. */
public final class Await {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Await() {}

    /**
     * Looks until the condition holds. One that throws does not hold yet: a server that starts refuses connections.
     *
     * @throws AssertionError if it did not hold in time, with the last exception as cause
     */
    public static void until(String what, Duration atMost, Callable<Boolean> condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        Exception last = null;
        do {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            pause(BETWEEN_LOOKS);
        } while (System.nanoTime() < deadline);
        throw new AssertionError("Waited " + atMost + " in vain: " + what + ".", last);
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting.", interrupted);
        }
    }
}
