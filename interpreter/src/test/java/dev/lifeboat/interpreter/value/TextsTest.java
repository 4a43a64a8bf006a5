package dev.lifeboat.interpreter.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0s, 0s", "PT0.0004S, under 1ms, 0s", "PT0.047S, 47ms, 47ms", "PT0.437S, 0.4s, 437ms",
            "PT0.25S, 0.3s, 250ms", "PT1S, 1s, 1s", "PT1.04S, 1s, 1s40ms", "PT9.94S, 9.9s, 9s940ms",
            "PT9.96S, 10s, 9s960ms", "PT10.5S, 11s, 10s500ms", "PT6M27S, 6m 27s, 6m27s", "PT59M59.7S, 1h, 59m59s700ms",
            "PT1H30M, 1h 30m, 1h30m", "PT49H, 2d 1h, 2d1h", "P90D, 90d, 90d", "PT-1H-30M, -1h 30m, -1h30m"})
    void durationsForPeopleAndForRunbooks(Duration duration, String people, String literal) {
        assertThat(Texts.duration(duration)).isEqualTo(people);
        assertThat(Texts.literal(duration)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource({"0, 0B", "999, 999B", "1000, 1kB", "1024, 1KiB", "10000000000, 10GB", "536870912, 512MiB",
            "1234567890, 1.23GB", "1500000000000, 1.5TB", "1234567168, 1.23GB", "999999, 1MB",
            "1234567890123456, 1235TB", "-1024, -1KiB", "9223372036854775807, 9223372TB"})
    void sizes(long bytes, String text) {
        assertThat(Texts.size(bytes)).isEqualTo(text);
    }

    @Test
    void listsAreReadAloud() {
        assertThat(Texts.list(List.of())).isEqualTo("none");
        assertThat(Texts.list(List.of("a"))).isEqualTo("a");
        assertThat(Texts.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Texts.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void valuesOfEveryKind() {
        assertThat(Texts.of(Value.NONE)).isEqualTo("none");
        assertThat(Texts.of(Value.TRUE)).isEqualTo("true");
        assertThat(Texts.of(new Value.Int(3306))).isEqualTo("3306");
        assertThat(Texts.of(new Value.Decimal(new BigDecimal("1E+3")))).isEqualTo("1000");
        assertThat(Texts.of(new Value.Percent(new BigDecimal("99.9")))).isEqualTo("99.9%");
        assertThat(Texts.of(new Value.Span(Duration.ofSeconds(387)))).isEqualTo("6m 27s");
        assertThat(Texts.of(new Value.Size(1000))).isEqualTo("1kB");
        assertThat(Texts.of(new Value.Timestamp(Instant.parse("2026-01-01T12:30:00.123Z"))))
                .isEqualTo("2026-01-01T12:30:00Z");
        assertThat(Texts.of(new Value.Listing(List.of(server("db1"), server("db2"))))).isEqualTo("db1 and db2");
        assertThat(Texts.of(new Value.Word("state", "DEAD"))).isEqualTo("DEAD");
        assertThat(Texts.of(new Value.Secret("backup-key"))).isEqualTo("the secret `backup-key`");
        assertThat(Texts.of(new Value.Code("command", "df -h ?", List.of(new Value.Text("/data")))))
                .isEqualTo("df -h ?");
    }

    @Test
    void aRecordGoesByItsName() {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("winner", server("db2"));
        fields.put("loss", new Value.Span(Duration.ofMillis(400)));
        assertThat(Texts.of(new Value.Fields("election", fields))).isEqualTo("winner db2, loss 0.4s");
        fields.put("name", new Value.Text("ecommerce"));
        assertThat(Texts.of(new Value.Fields("cluster", fields))).isEqualTo("ecommerce");
    }

    @Test
    void numbersOfThings() {
        assertThat(Texts.count(1204)).isEqualTo("1,204");
    }

    private static Value server(String name) {
        return new Value.Handle("server", name);
    }
}
