package dev.lifeboat.builtins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.ServerMetrics.Counters;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsBuiltinsTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private final FakeEstate estate = new FakeEstate();
    private final Deque<Counters> counters = new ArrayDeque<>();
    private final MetricsBuiltins words = new MetricsBuiltins(InventoryReader.read(Source.of("inventory.yaml", """
            environment: lab
            metrics: {baselines: {writes_per_second: 120}}
            """)).tree().orElseThrow());

    @BeforeEach
    void aServerCounts() {
        estate.call.names.put("cluster", new Value.Fields("cluster", new LinkedHashMap<>(Map.of("servers",
                new Value.Listing(List.of(new Value.Handle("server", "db1"), new Value.Handle("server", "db2")))))));
        estate.call.with(new ServerMetrics() {
            @Override
            public String name() {
                return "db1";
            }

            @Override
            public Counters counters() {
                return counters.removeFirst();
            }
        });
    }

    private void counted(long seconds, long statements, long writes, long timed, long picoseconds) {
        counters.add(new Counters(START.plusSeconds(seconds), statements, writes, timed, picoseconds));
    }

    @Test
    void ratesAreCountedAtTheServerThatTakesWrites() {
        counted(0, 1_000, 100, 0, 0);
        counted(5, 1_600, 150, 0, 0);
        assertThat(words.value(estate.call, "statements_per_second")).isEqualByComparingTo("120");

        counted(0, 1_000, 100, 0, 0);
        counted(4, 1_600, 150, 0, 0);
        assertThat(words.value(estate.call, "writes_per_second")).isEqualByComparingTo("12.5");
        assertThat(estate.call.done).contains("writes_per_second: is 12.5 statements/s");
    }

    @Test
    void latencyIsTheMeanOfWhatWasTimed() {
        counted(0, 10, 0, 10, Long.MAX_VALUE - 1_000);
        counted(5, 20, 0, 20, Long.MIN_VALUE + 19_999_998_999L);

        assertThat(words.value(estate.call, "statement_latency")).isEqualByComparingTo("0.002");
    }

    @Test
    void withoutStatementsThereIsNoLatency() {
        counted(0, 10, 0, 10, 5);
        counted(5, 10, 0, 10, 5);

        assertThatThrownBy(() -> words.value(estate.call, "statement_latency")).isInstanceOf(Failure.class)
                .hasMessageStartingWith("No statement was run while it was measured");
    }

    @Test
    void aServerThatWasRestartedMeanwhileIsTold() {
        counted(0, 1_000, 0, 0, 0);
        counted(5, 3, 0, 0, 0);

        assertThatThrownBy(() -> words.value(estate.call, "statements_per_second")).isInstanceOf(Failure.class)
                .hasMessageStartingWith("`db1` was restarted, or its clock was set");
    }

    @Test
    void twoServersThatTakeWritesAreNotMeasured() {
        estate.db2.readOnly = ReadOnly.WRITABLE;

        assertThatThrownBy(() -> words.value(estate.call, "writes_per_second")).isInstanceOf(Failure.class)
                .hasMessage("Nothing was measured: db1 and db2 take writes.");
    }

    @Test
    void aBaselineIsWhatTheInventorySays() {
        assertThat(words.baseline(estate.call, "writes_per_second")).isEqualByComparingTo("120");
        assertThatThrownBy(() -> words.baseline(estate.call, "statements_per_second")).isInstanceOf(Failure.class)
                .hasMessage("Nobody knows what figure `statements_per_second` should be.");
        assertThatThrownBy(() -> words.baseline(estate.call, "nothing")).isInstanceOf(Failure.class)
                .hasMessage("There is no figure `nothing`.");
    }
}
