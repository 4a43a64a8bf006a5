package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.grammar.fuzz.Reduction;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Has inputs read, each in no more than its time; of one that fails it shows the smallest part that still does. */
final class Stopwatch {
    /** A second is what is promised; a build on a machine that has much to do gets more. */
    private static final Duration LIMIT = Duration.ofSeconds(Rounds.of(10, 1));
    private int inputs;
    private Duration slowest = Duration.ZERO;

    void read(String text, Consumer<String> reading) {
        inputs++;
        if (failure(text, reading).isPresent()) {
            String reduced = Reduction.of(text, smaller -> failure(smaller, reading).isPresent());
            throw new AssertionError("On what stands between the lines:\n--------\n" + reduced + "\n--------\n",
                    failure(reduced, reading).orElse(null));
        }
    }

    private Optional<Throwable> failure(String text, Consumer<String> reading) {
        try {
            Duration took = time(text, reading);
            took = took.compareTo(LIMIT) < 0 ? took : time(text, reading);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            assertThat(took).isLessThan(LIMIT);
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            return Optional.of(failure);
        }
    }

    /** The first time may take longer than its share: it loads classes. */
    private static Duration time(String text, Consumer<String> reading) {
        long start = processorTime();
        reading.accept(text);
        return Duration.ofNanos(processorTime() - start);
    }

    /** Of this thread alone: what else the machine does is none of its business. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Such as `12000 inputs, the slowest in 23 ms`. */
    String figures() {
        return inputs + " inputs, the slowest in " + slowest.toMillis() + " ms";
    }
}
