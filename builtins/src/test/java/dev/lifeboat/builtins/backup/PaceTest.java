package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.Pace.Kind;
import dev.lifeboat.builtins.backup.Pace.Span;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static Drill drill(long seconds) {
        return new Drill("b", "shop", "new1", Instant.EPOCH, new Value.Size(1_000_000), new Value.Size(100_000),
                Duration.ofSeconds(1), Duration.ofSeconds(seconds), 0, Duration.ZERO, true, "");
    }

    @Test
    void isWhatTheDrillsWereWithTheirSpread() {
        Pace pace = Pace.of(Kind.LOAD, List.of(drill(10), drill(2), drill(5)));
        assertThat(pace.measured()).isTrue();
        assertThat(pace.of(2_000_000))
                .isEqualTo(new Span(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    @Test
    void isAssumedWhereNothingWasMeasured() {
        Pace never = Pace.of(Kind.LOAD, List.of());
        assertThat(never.measured()).isFalse();
        assertThat(never.assumption()).isEqualTo("loading 5.7 MB of SQL a second is assumed");
        assertThat(never.of(57_000_000)).isEqualTo(
                new Span(Duration.ofMillis(3_333), Duration.ofSeconds(10), Duration.ofSeconds(30)));
    }

    /** A drill that had nothing to apply says nothing of applying. */
    @Test
    void nothingDoneIsNothingMeasured() {
        assertThat(Pace.of(Kind.APPLY, List.of(drill(1))).measured()).isFalse();
        assertThat(Pace.of(Kind.APPLY, List.of(drill(1))).of(0).most()).isZero();
    }
}
