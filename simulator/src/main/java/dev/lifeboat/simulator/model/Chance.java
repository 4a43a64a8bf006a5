package dev.lifeboat.simulator.model;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The one source of chance. Each use has a stream of its own, known by a name, so that another draw in one place changes nothing in another.
 */
public final class Chance {
    private final long seed;
    private final Map<String, SplittableRandom> streams = new TreeMap<>();

    public Chance(long seed) {
        this.seed = seed;
    }

    /** A length of time between the two, to the microsecond; the first where they are equal. */
    public Duration between(String stream, Duration least, Duration most) {
        long range = most.minus(least).toNanos() / 1_000;
        return least.plus(stream(stream).nextLong(range + 1), ChronoUnit.MICROS);
    }

    private SplittableRandom stream(String name) {
        return streams.computeIfAbsent(name, key -> new SplittableRandom(Hash.mix(seed) ^ Hash.of(key)));
    }
}
