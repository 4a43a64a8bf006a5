package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A stream that says, at most once a second, how much of it was read, how fast, and how long the rest takes at that speed. */
final class ToldInput extends FilterInputStream {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private final String what;
    private final long all;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Instant began;
    private Instant told;
    private long read;

    /**
     * @param what is said before the amount: {@code db4: loaded}
     * @param all  how many bytes there are to read
     */
    ToldInput(InputStream stream, String what, long all, Clock clock, Consumer<String> progress) {
        super(stream);
        this.what = what;
        this.all = all;
        this.clock = clock;
        this.progress = progress;
        this.began = clock.now();
        this.told = began;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        tell(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        tell(Math.max(0, count));
        return count;
    }

    private void tell(int count) {
        read += count;
        Instant now = clock.now();
        if (Duration.between(told, now).compareTo(EVERY) >= 0) {
            told = now;
            progress.accept(sentence(Duration.between(began, now)));
        }
    }

    private String sentence(Duration took) {
        double speed = read * 1000.0 / Math.max(1, took.toMillis());
        Duration left = Duration.ofSeconds(Math.round(Math.max(0, all - read) / Math.max(1, speed)));
        return what + " " + Texts.size(read) + " of " + Texts.size(all) + ", "
                + Texts.size(Math.round(speed)) + " a second, " + Texts.duration(left) + " left";
    }
}
