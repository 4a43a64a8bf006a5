package dev.lifeboat.interpreter.run;

import java.time.Instant;

/**
 * An event with its place in the run.
 *
 * @param number counts from 1, without gaps
 * @param epoch  which holder of the run wrote it: 1 for the first, one more with each takeover
 * @param strand which line of the run's work came to it: {@code main}, or what was forked from it, {@code main/branch 2}
 * @param at     the run's clock: real time, or the simulator's
 */
public record Recorded(long number, long epoch, String strand, Instant at, Event event) {}
