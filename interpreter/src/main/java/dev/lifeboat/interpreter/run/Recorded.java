package dev.lifeboat.interpreter.run;

import java.time.Instant;

/**
 * An event with its place in the run.
 *
 * @param number counts from 1, without gaps
 * @param at     the run's clock: real time, or the simulator's
 */
public record Recorded(long number, Instant at, Event event) {}
