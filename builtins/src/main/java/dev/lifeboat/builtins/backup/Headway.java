package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Says of something long how far it is, at most once a second: so much of how much, how fast, how much time is left. */
final class Headway {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private final Clock clock;
    private final Consumer<String> listener;
    private final String what;
    private final long all;
    private final Instant began;
    private Instant told;
    private long done;

    /**
     * @param what {@code verified of the logs in `san`}
     * @param all  in bytes; 0 where nobody knows
     */
    Headway(Clock clock, Consumer<String> listener, String what, long all) {
        this.clock = clock;
        this.listener = listener;
        this.what = what;
        this.all = all;
        this.began = clock.now();
        this.told = began;
    }

    void add(long bytes) {
        done += bytes;
        Instant now = clock.now();
        if (Duration.between(told, now).compareTo(BETWEEN) >= 0) {
            told = now;
            listener.accept(text(Duration.between(began, now)));
        }
    }

    private String text(Duration taken) {
        long perSecond = done * 1_000 / Math.max(1, taken.toMillis());
        String speed = ", " + Texts.size(perSecond) + "/s";
        if (all == 0) {
            return Texts.size(done) + " " + what + speed;
        }
        long left = Math.max(0, all - done) / Math.max(1, perSecond);
        return Texts.size(done) + " of " + Texts.size(all) + " " + what + speed + ", about "
                + Texts.duration(Duration.ofSeconds(left)) + " left";
    }
}
