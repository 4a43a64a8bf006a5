package dev.lifeboat.simulator.model;

import java.time.Duration;

/**
 * How fast an applier is.
 *
 * @param lag     how long it leaves a received transaction lying
 * @param each    how long it takes to apply one
 * @param delay   {@code SOURCE_DELAY}: how long after its commit on the source at the earliest
 */
public record ApplierSettings(Duration lag, Duration each, Duration delay) {

    /** Some 2,000 transactions a second, at once. */
    public static final ApplierSettings DEFAULTS = new ApplierSettings(Duration.ZERO, Duration.ofNanos(500_000),
            Duration.ZERO);

    ApplierSettings delayed(Duration wanted) {
        return new ApplierSettings(lag, each, wanted);
    }
}
