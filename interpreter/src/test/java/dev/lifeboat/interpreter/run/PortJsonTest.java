package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.builtin.Lamp;
import dev.lifeboat.interpreter.builtin.Lamps;
import dev.lifeboat.interpreter.value.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class PortJsonTest {
    private final PortJson json = new PortJson(Lamps.types());

    /** What ports answer, in all the shapes in which they do. */
    interface Shapes {
        Lamp.Reading record();

        List<Lamp.Reading> records();

        Optional<Lamp.Reading> maybe();

        Optional<Instant> moment();

        SequencedMap<String, List<Lamp.Wattage>> map();

        int number();

        String text();

        Lamp.Colour word();
    }

    private static final Lamp.Reading READING = new Lamp.Reading(true, Optional.of(Lamp.Colour.RED),
            Duration.ofNanos(1_234_567_891), new Lamp.Wattage(60), List.of("a", "\u2028\"\n"));

    @Test
    void whatAPortAnsweredIsReadBackAsItsType() throws NoSuchMethodException {
        SequencedMap<String, List<Lamp.Wattage>> map = new LinkedHashMap<>();
        map.put("b", List.of(new Lamp.Wattage(1)));
        map.put("a", List.of());
        readBack("record", READING);
        readBack("records", List.of(READING, READING));
        readBack("maybe", Optional.of(READING));
        readBack("maybe", Optional.empty());
        readBack("moment", Optional.of(Instant.parse("2026-01-01T03:00:00.123456789Z")));
        readBack("map", map);
        readBack("number", -7);
        readBack("text", "");
        readBack("word", Lamp.Colour.GREEN);
    }

    private void readBack(String method, Object answer) throws NoSuchMethodException {
        Type type = Shapes.class.getDeclaredMethod(method).getGenericReturnType();
        Json written = json.answer(answer);
        assertThat(json.read(written, type)).as("%s as %s", written, type).isEqualTo(answer);
        if (type instanceof ParameterizedType && answer instanceof SequencedMap<?, ?> map) {
            assertThat(((SequencedMap<?, ?>) json.read(written, type)).sequencedKeySet().toArray())
                    .isEqualTo(map.sequencedKeySet().toArray());
        }
    }

    @Test
    void aRecordsComponentsStandInTheirOrder() {
        assertThat(json.arguments(new Object[]{READING, Duration.ofSeconds(5), Optional.empty(), null}).text())
                .isEqualTo(
                        """
                                [{"lit":true,"colour":"RED","age":"PT1.234567891S","wattage":"60W","notes":["a","\u2028\\"\\n"]},\
                                "PT5S",null,null]""");
        assertThat(json.answer(null)).isEqualTo(new Json("null"));
    }
}
