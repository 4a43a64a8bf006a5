package dev.lifeboat.interpreter.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
    private static final Type.WordsOf STATES = new Type.WordsOf("state", List.of("ALIVE", "DEAD"));

    @ParameterizedTest
    @CsvSource({"text, it's so, it's so", "int, -12, -12", "decimal, 1.50, 1.50", "bool, yes, true",
            "bool, false, false",
            "percent, 99.9%, 99.9%", "size, 1.5TB, 1.5TB", "size, 512MiB, 512MiB", "size, 10B, 10B",
            "duration, 1h30m, 1h 30m", "timestamp, 2026-01-01T12:30:00Z, 2026-01-01T12:30:00Z", "role, @lead, lead",
            "server, db1, db1"})
    void readsWhatARunbookWouldSay(String type, String typed, String value) {
        assertThat(TypedText.read(new Type.Plain(type), typed).map(Texts::of)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"int, 1.5", "int, 99999999999999999999", "decimal, 1e999999999", "decimal, one", "bool, maybe",
            "percent, 95", "percent, %", "size, 10", "size, 10gb", "size, 0.1B", "size, 99999999999TB", "size, 1iB",
            "duration, 5", "duration, 30m1h", "duration, 99999999999999999d", "timestamp, 2026-01-01",
            "timestamp, 2026-01-01T12:30:00", "secret, x", "sql, SELECT 1", "command, ls"})
    void refusesWhatIsNone(String type, String typed) {
        assertThat(TypedText.read(new Type.Plain(type), typed)).isEmpty();
    }

    @Test
    void readsWordsAndLists() {
        assertThat(TypedText.read(STATES, "DEAD")).contains(new Value.Word("state", "DEAD"));
        assertThat(TypedText.read(STATES, "dead")).isEmpty();
        assertThat(TypedText.read(new Type.ListOf(Type.INT), "1, 2")).map(Texts::of).contains("1 and 2");
        assertThat(TypedText.read(new Type.ListOf(Type.INT), "")).contains(new Value.Listing(List.of()));
        assertThat(TypedText.read(new Type.ListOf(Type.INT), "1,,2")).isEmpty();
    }
}
