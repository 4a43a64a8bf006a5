package dev.lifeboat.interpreter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeboat.interpreter.Anything;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < 5_000; seed++) {
            Value value = new Anything(seed).value(3);
            String text = ValueJson.write(value);
            assertThat(text).as("seed %d", seed).doesNotContain("\n");
            assertThat(ValueJson.read(text)).as("seed %d: %s", seed, text).isEqualTo(value);
        }
    }

    @Test
    void everyKindSaysWhatItIs() {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("winner", new Value.Handle("server", "db2"));
        fields.put("loss", new Value.Span(Duration.ofSeconds(1)));
        assertThat(ValueJson.write(new Value.Listing(List.of(Value.TRUE, new Value.Int(12), new Value.Text("a"),
                Value.NONE, new Value.Decimal(new BigDecimal("0.250")), new Value.Percent(new BigDecimal("95")),
                new Value.Size(1024), new Value.Timestamp(Instant.EPOCH), new Value.Word("state", "DEAD"),
                new Value.Secret("key"), new Value.Fields("election", fields),
                new Value.Code("sql", "SELECT ?", List.of(Value.FALSE))))))
                .isEqualTo(
                        """
                                [true,12,"a",{"none":true},{"decimal":"0.250"},{"percent":"95"},{"size":1024},\
                                {"timestamp":"1970-01-01T00:00:00Z"},{"enum":"state","word":"DEAD"},{"secret":"key"},\
                                {"record":"election","fields":{"winner":{"handle":"server","text":"db2"},"loss":{"duration":"PT1S"}}},\
                                {"code":"sql","text":"SELECT ?","parameters":[false]}]""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"dict\":1}", "[null]", "1 2", "{\"duration\":\"5m\"}", "{\"enum\":\"state\"}", ""})
    void otherJsonIsNoValue(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ValueJson.read(text));
    }
}
