package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Tells how far a transfer has come, at most once a second. */
final class Gauge {
    private static final long A_SECOND = 1000;
    private static final long A_THOUSAND = 1000;
    private final String doing;
    private final long all;
    private final Clock clock;
    private final Consumer<String> told;
    private final Instant began;
    private Instant last;
    private long passed;

    /** @param all how many bytes there will be; 0 where nobody knows */
    Gauge(String doing, long all, Clock clock, Consumer<String> told) {
        this.doing = doing;
        this.all = all;
        this.clock = clock;
        this.told = told;
        this.began = clock.now();
        this.last = began;
    }

    void passed(long bytes) {
        passed += bytes;
        Instant now = clock.now();
        if (Duration.between(last, now).toMillis() >= A_SECOND) {
            last = now;
            told.accept(text(Duration.between(began, now)));
        }
    }

    private String text(Duration took) {
        long speed = passed * A_SECOND / Math.max(1, took.toMillis());
        String text = doing + ": " + size(passed) + (all > 0 ? " of " + size(all) : "") + ", " + size(speed) + "/s";
        return all > passed && speed > 0
                ? text + ", about " + Texts.of(new Value.Span(Duration.ofSeconds((all - passed) / speed))) + " left"
                : text;
    }

    /** Of thousands of bytes a text shows three digits. */
    private static String size(long bytes) {
        return Texts.of(new Value.Size(bytes < A_THOUSAND ? bytes : bytes / A_THOUSAND * A_THOUSAND));
    }
}
