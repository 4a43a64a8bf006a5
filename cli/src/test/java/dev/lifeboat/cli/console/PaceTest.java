package dev.lifeboat.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-01-01T05:00:00Z");
    private final Pace pace = new Pace();

    private boolean isDue(long seconds, String what) {
        return pace.isDue("restore", START.plusSeconds(seconds), what);
    }

    @Test
    void whatIsNewIsLetThroughAtOnce() {
        assertThat(isDue(0, "loading")).isTrue();
        assertThat(isDue(0, "counting rows")).isTrue();
    }

    @Test
    void theSameIsLetThroughRarer() {
        List<Integer> told = IntStream.range(0, 40).filter(second -> isDue(second, second + "MB of 9GB, 1.2MB/s"))
                .boxed().toList();

        assertThat(told).containsExactly(0, 1, 2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30, 38);
    }

    @Test
    void neverRarerThanEachHalfMinute() {
        List<Integer> told = IntStream.range(0, 7_200).filter(second -> isDue(second, second + "MB")).boxed().toList();

        assertThat(told.getLast() - told.get(told.size() - 2)).isEqualTo(30);
    }

    @Test
    void onceASecondAtMost() {
        assertThat(isDue(0, "1MB")).isTrue();
        assertThat(pace.isDue("restore", START.plus(Duration.ofMillis(900)), "2MB")).isFalse();
    }

    @Test
    void whatGoesOnBesideItIsNoNews() {
        assertThat(List.of(isDue(0, "1MB dumped"), isDue(0, "1MB copied"))).containsOnly(true);

        assertThat(List.of(isDue(0, "2MB dumped"), isDue(0, "2MB copied"))).containsOnly(false);
    }

    @Test
    void afterALongTimeItBeginsAnew() {
        IntStream.range(0, 1_000).forEach(second -> isDue(second, "1MB"));

        assertThat(isDue(2_000, "1MB")).isTrue();
        assertThat(isDue(2_001, "2MB")).isTrue();
    }

    @Test
    void theSameOfAnotherStepIsNew() {
        assertThat(isDue(0, "1MB")).isTrue();
        assertThat(pace.isDue("rebuild", START, "1MB")).isTrue();
    }
}
