package dev.lifeboat.cli.console;

import java.time.Duration;
import java.time.Instant;

/** Lets signs of life through, the rarer the longer the same thing goes on: what takes hours must not bury what was said before. */
final class Pace {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);
    /** Of the time that it has gone on for. */
    private static final int PART = 4;
    private String thing = "";
    private Instant began = Instant.MIN;
    private Instant last = Instant.MIN;

    /** @param what its numbers change as it goes on: the same words with others tell of the same thing */
    boolean isDue(String step, Instant at, String what) {
        String now = step + ": " + what.replaceAll("[0-9][^ ]*", "");
        boolean due = !now.equals(thing) || Duration.between(last, at).compareTo(between(at)) >= 0;
        if (!now.equals(thing)) {
            thing = now;
            began = at;
        }
        last = due ? at : last;
        return due;
    }

    private Duration between(Instant at) {
        Duration part = Duration.between(began, at).dividedBy(PART);
        Duration least = part.compareTo(LEAST) < 0 ? LEAST : part;
        return least.compareTo(MOST) > 0 ? MOST : least;
    }
}
