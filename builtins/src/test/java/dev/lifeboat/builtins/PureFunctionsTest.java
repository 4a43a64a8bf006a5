package dev.lifeboat.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PureFunctionsTest {
    private static final Value GTIDS = new Value.Handle("gtids", "aaaaaaaa-0000-0000-0000-000000000001:1-5:7");
    private final PureFunctions functions = new PureFunctions();

    private static List<Value> minutes(long... minutes) {
        return java.util.Arrays.stream(minutes).<Value>mapToObj(m -> new Value.Span(Duration.ofMinutes(m))).toList();
    }

    @Test
    void countsElementsCharactersAndTransactions() {
        assertThat(functions.count(new Value.Listing(minutes(1, 2)))).isEqualTo(2);
        assertThat(functions.count(new Value.Text("🛟ab"))).isEqualTo(3);
        assertThat(functions.count(GTIDS)).isEqualTo(6);
        assertThat(functions.empty(new Value.Handle("gtids", ""))).isTrue();
        assertThatThrownBy(() -> functions.count(new Value.Int(3))).isInstanceOf(Failure.class)
                .hasMessage("`3` has nothing to count: expected a list, a text or a GTID set.");
    }

    @Test
    void ordersWhatHasAnOrder() {
        assertThat(functions.max(minutes(5, 30, 2))).isEqualTo(new Value.Span(Duration.ofMinutes(30)));
        assertThat(functions.min(minutes(5, 30, 2))).isEqualTo(new Value.Span(Duration.ofMinutes(2)));
        assertThat(functions.max(List.of(new Value.Int(2), new Value.Decimal(new BigDecimal("2.5")))))
                .isEqualTo(new Value.Decimal(new BigDecimal("2.5")));
        assertThatThrownBy(() -> functions.max(List.of(new Value.Int(2), new Value.Text("x"))))
                .isInstanceOf(Failure.class).hasMessage("`x` and `2` have no order.");
        assertThatThrownBy(() -> functions.max(List.of())).isInstanceOf(Failure.class);
    }

    @Test
    void addsWhatCanBeAdded() {
        assertThat(functions.sum(minutes(5, 30))).isEqualTo(new Value.Span(Duration.ofMinutes(35)));
        assertThat(functions.sum(List.of(new Value.Size(5), new Value.Size(7)))).isEqualTo(new Value.Size(12));
        assertThatThrownBy(() -> functions.sum(List.of(new Value.Size(5), new Value.Int(7))))
                .isInstanceOf(Failure.class);
    }

    @Test
    void sortsRecordsByAField() {
        Value late = new Value.Fields("lag", Map.of("bound", minutes(9).getFirst()));
        Value near = new Value.Fields("lag", Map.of("bound", minutes(1).getFirst()));

        assertThat(functions.sortBy(List.of(late, near), "bound")).isEqualTo(new Value.Listing(List.of(near, late)));
        assertThatThrownBy(() -> functions.sortBy(List.of(late, near), "age")).isInstanceOf(Failure.class)
                .hasMessageContaining("no field `age`");
    }

    @Test
    void theFirstOfNothingIsNone() {
        assertThat(functions.first(List.of())).isEqualTo(Value.NONE);
        assertThat(functions.first(minutes(1, 2))).isEqualTo(minutes(1).getFirst());
    }

    @Test
    void whatIsNoGtidSetIsToldSo() {
        assertThatThrownBy(() -> functions.gtids("db1:5")).isInstanceOf(Failure.class)
                .hasMessageContaining("is no GTID set");
    }
}
