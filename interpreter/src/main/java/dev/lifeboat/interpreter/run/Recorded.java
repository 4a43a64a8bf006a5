package dev.lifeboat.interpreter.run;

import java.time.Instant;

/**
 * An event with its place in the run.
 *
 * @param number counts from 1, without gaps
 * @param epoch  the fencing epoch of the lease under which it was written: how many runs had held the cluster by then
 * @param at     the run's clock: real time, or the simulator's
 */
public record Recorded(long number, long epoch, Instant at, Event event) {}
