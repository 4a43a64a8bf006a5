package dev.lifeboat.interpreter.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a run's work: the main one, a branch, the ladder. Its name says where it was forked and is the same whenever the run is replayed, whatever goes on
 * beside it. Used by its own task alone, but for {@link #child}.
 */
final class Strand {
    private final String name;
    private final Map<String, Integer> forks = new HashMap<>();
    private Optional<Instant> time;
    private Deque<Instant> limits = new ArrayDeque<>();

    Strand(String name, Optional<Instant> time) {
        this.name = name;
        this.time = time;
    }

    String name() {
        return name;
    }

    /** {@code main/branch}, and of several of one name {@code main/branch 2}. */
    synchronized Strand child(String what, Optional<Instant> now) {
        int number = forks.merge(what, 1, Integer::sum);
        return new Strand(name + "/" + what + (number == 1 ? "" : " " + number), now);
    }

    /** When the last thing happened that it was replayed; empty as soon as something has happened since. */
    Optional<Instant> time() {
        return time;
    }

    void isAt(Instant moment) {
        time = Optional.of(moment);
    }

    /** It has caught up with the clock. */
    void isLive() {
        time = Optional.empty();
    }

    void enter(Instant limit) {
        limits.addLast(limit);
    }

    void leave() {
        limits.removeLast();
    }

    Deque<Instant> setLimitsAside() {
        var aside = limits;
        limits = new ArrayDeque<>();
        return aside;
    }

    void takeLimitsBack(Deque<Instant> aside, Duration later) {
        limits = new ArrayDeque<>();
        aside.forEach(limit -> limits.addLast(limit.plus(later)));
    }

    Optional<Instant> nearestLimit() {
        return limits.stream().min(Comparator.naturalOrder());
    }
}
