package dev.lifeboat.cli.console;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Lets signs of life through, the rarer the longer the same thing goes on: what takes hours must not bury what was said before. */
final class Pace {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);
    /** Of the time that it has gone on for. */
    private static final int PART = 4;

    private record Signs(Instant began, Instant last) {
        boolean isOver(Instant at) {
            return Duration.between(last, at).compareTo(MOST.multipliedBy(2)) > 0;
        }

        boolean isDue(Instant at) {
            Duration part = Duration.between(began, last).dividedBy(PART);
            Duration least = part.compareTo(LEAST) < 0 ? LEAST : part;
            return Duration.between(last, at).compareTo(least.compareTo(MOST) > 0 ? MOST : least) >= 0;
        }
    }

    private final Map<String, Signs> shown = new HashMap<>();

    /** @param what its numbers change as it goes on: the same words with others tell of the same thing */
    boolean isDue(String step, Instant at, String what) {
        String thing = step + ": " + what.replaceAll("[0-9][^ ]*", "");
        Signs signs = shown.get(thing);
        boolean anew = signs == null || signs.isOver(at);
        boolean due = anew || signs.isDue(at);
        if (due) {
            shown.put(thing, new Signs(anew ? at : signs.began(), at));
        }
        return due;
    }
}
