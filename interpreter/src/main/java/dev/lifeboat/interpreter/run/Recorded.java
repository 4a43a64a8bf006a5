package dev.lifeboat.interpreter.run;

import java.time.Instant;

/**
 * An event with its place in the run.
 *
 * @param number counts from 1, without gaps
 * @param epoch  the fencing epoch of the lease under which it was written: how many runs had held the cluster by then
 * @param strand which line of the run's work came to it: {@code main}, or what was forked from it, {@code main/branch 2}
 * @param at     the run's clock: real time, or the simulator's
 */
public record Recorded(long number, long epoch, String strand, Instant at, Event event) {

    /** The strand of what reached the run from outside and what nothing in it follows from. */
    public static final String OUTSIDE = "outside";
}
