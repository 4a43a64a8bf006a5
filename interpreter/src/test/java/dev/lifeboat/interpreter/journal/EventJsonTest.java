package dev.lifeboat.interpreter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.Anything;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Json;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-01-01T03:00:00.25Z");

    static List<Class<?>> kinds() {
        return List.of(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyEventIsReadBack(Class<? extends Event> kind) throws EventJson.Unreadable {
        for (long seed = 0; seed < 200; seed++) {
            Recorded recorded = new Recorded(seed + 1, 3, "main/branch 2", AT.plusNanos(seed),
                    new Anything(seed).record(kind));
            String text = EventJson.write(recorded);
            assertThat(text).as("seed %d", seed).doesNotContain("\n");
            assertThat(EventJson.read(text)).as("seed %d: %s", seed, text).isEqualTo(recorded);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noPartOfAnEventHidesItsPlace(Class<? extends Event> kind) {
        assertThat(Arrays.stream(kind.getRecordComponents()).map(part -> part.getName())).doesNotContain("n", "epoch",
                "strand", "at", "event");
    }

    @Test
    void anEventIsAnObjectThatBeginsWithItsPlace() {
        assertThat(EventJson.write(new Recorded(7, 1, "main", AT, new Event.CallBegan(2, "promote", "mysql.promote",
                Arrays.asList(new Value.Handle("server", "db2"), null), Effect.CHANGES)))).isEqualTo(
                        """
                                {"n":7,"epoch":1,"strand":"main","at":"2026-01-01T03:00:00.250Z","event":"CallBegan","call":2,"step":"promote",\
                                "builtin":"mysql.promote","arguments":[{"handle":"server","text":"db2"},null],"effect":"CHANGES"}""");
    }

    @Test
    void whatPassedThroughAPortStandsInItAsItIs() {
        assertThat(EventJson.write(new Recorded(8, 1, "main", AT, new Event.PortCallEnded(2, 1, "Host", "db2", "read",
                new Json("[\"df\",\"PT5S\"]"), new Json("{\"exit\":0,\"text\":\"\"}"), null, null)))).endsWith("""
                        "arguments":["df","PT5S"],"answer":{"exit":0,"text":""}}""");
    }

    @Test
    void anAnswerOfNothingIsNotNoAnswer() throws EventJson.Unreadable {
        Recorded ended = new Recorded(8, 1, "main", AT,
                new Event.PortCallEnded(2, 1, "Host", "db2", "power", new Json("[true]"), new Json("null"), null,
                        null));
        assertThat(EventJson.write(ended)).endsWith("\"answer\":null}");
        assertThat(EventJson.read(EventJson.write(ended))).isEqualTo(ended);
    }

    @Test
    void whatThisVersionDoesNotKnowIsRefused() {
        String known = "{\"n\":1,\"epoch\":1,\"strand\":\"main\",\"at\":\"2026-01-01T03:00:00Z\",\"event\":\"StepBegan\",\"step\":\"a\",\"title\":\"b\"}";
        assertThatExceptionOfType(EventJson.Unreadable.class)
                .isThrownBy(() -> EventJson.read(known.replace("StepBegan", "StepDanced")))
                .withMessage("This version of Lifeboat knows no event `StepDanced`.");
        assertThatExceptionOfType(EventJson.Unreadable.class)
                .isThrownBy(() -> EventJson.read(known.replace("title", "colour")))
                .withMessageContaining("colour");
        assertThatExceptionOfType(EventJson.Unreadable.class).isThrownBy(() -> EventJson.read("[]"));
    }
}
