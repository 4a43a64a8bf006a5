package dev.lifeboat.interpreter.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaTypesTest {
    private final JavaTypes types = Lamps.types();

    /** One component of each type there is. */
    record All(boolean bool, Boolean boxedBool, int number, Integer boxedNumber, long big, Long boxedBig,
            BigDecimal decimal, String text, Duration duration, Instant instant, Optional<Integer> some,
            Optional<Integer> none, List<Inner> list, Lamp.Colour word, Lamp.Wattage wattage, Value value,
            Value.Size size, Value.Percent percent, Value.Secret secret, Value.Listing listing) {}

    record Inner(Optional<List<Duration>> often) {}

    private static final All ALL = new All(true, false, 1, 2, 3, 4L, new BigDecimal("0.50"), "text",
            Duration.ofMillis(1), Instant.EPOCH, Optional.of(5), Optional.empty(),
            List.of(new Inner(Optional.of(List.of(Duration.ZERO))), new Inner(Optional.empty())), Lamp.Colour.GREEN,
            new Lamp.Wattage(60), new Value.Handle("role", "cto"), new Value.Size(6),
            new Value.Percent(BigDecimal.TEN), new Value.Secret("key"), new Value.Listing(List.of(Value.TRUE)));

    @Test
    void everyTypeGoesToTheLanguageAndBack() throws ToJava.Misfit {
        Value value = new ToValue(types).of(ALL);
        assertThat(new ToJava(types, null).of(value, All.class)).isEqualTo(ALL);
        assertThat(types.typeOf(All.class)).hasToString("all");
    }

    @Test
    void aRecordIsFieldsByTheLanguagesNames() {
        Value.Fields fields = (Value.Fields) new ToValue(types).of(ALL);
        assertThat(fields.type()).isEqualTo("all");
        assertThat(fields.fields().sequencedKeySet()).startsWith("bool", "boxed_bool").endsWith("secret", "listing")
                .hasSize(All.class.getRecordComponents().length);
        assertThat(fields.fields()).containsEntry("word", new Value.Word("colour", "GREEN"))
                .containsEntry("wattage", new Value.Handle("wattage", "60W")).containsEntry("none", Value.NONE)
                .containsEntry("some", new Value.Int(5));
    }

    @Test
    void aRecordTakesTheFieldsThatItKnows() throws ToJava.Misfit {
        Value more = new ToValue(types).of(new Object[]{new Inner(Optional.empty())}[0]);
        Value.Fields fields = new Value.Fields("inner", new java.util.LinkedHashMap<>(((Value.Fields) more).fields()) {
            private static final long serialVersionUID = 1L;
            {
                put("further", Value.TRUE);
            }
        });
        assertThat(new ToJava(types, null).of(fields, Inner.class)).isEqualTo(new Inner(Optional.empty()));
        assertThatExceptionOfType(ToJava.Misfit.class)
                .isThrownBy(
                        () -> new ToJava(types, null).of(new Value.Fields("inner", java.util.Map.of()), Inner.class))
                .withMessage("`inner` has no field `often`");
    }

    @Test
    void whatDoesNotFitIsSaid() {
        for (RecordComponent part : All.class.getRecordComponents()) {
            if (part.getType() != Value.class && part.getType() != Optional.class) {
                assertThatExceptionOfType(ToJava.Misfit.class).as(part.getName())
                        .isThrownBy(() -> new ToJava(types, null).of(new Value.Code("sql", "SELECT 1", List.of()),
                                part.getGenericType()))
                        .withMessageStartingWith("expected ").withMessageEndingWith("found `SELECT 1`");
            }
        }
    }

    @Test
    void numbersThatDoNotFitAnIntAreNotCut() throws ToJava.Misfit {
        ToJava toJava = new ToJava(types, null);
        assertThat(toJava.of(new Value.Int(7), BigDecimal.class)).isEqualTo(BigDecimal.valueOf(7));
        assertThatExceptionOfType(ToJava.Misfit.class).isThrownBy(() -> toJava.of(new Value.Int(1L << 32), int.class));
        assertThatExceptionOfType(ToJava.Misfit.class)
                .isThrownBy(() -> toJava.of(new Value.Word("colour", "BLUE"), Lamp.Colour.class));
        assertThatExceptionOfType(ToJava.Misfit.class)
                .isThrownBy(() -> toJava.of(new Value.Handle("host", "60W"), Lamp.Wattage.class));
    }

    @Test
    void whatTheLanguageHasNoTypeForIsRefused() {
        Stream.of(double.class, Object.class, String[].class, Value.Code.class).forEach(
                java -> assertThatIllegalStateException().as(java.getName()).isThrownBy(() -> types.typeOf(java)));
        assertThatIllegalStateException().isThrownBy(() -> new ToValue(types).of(1.5));
    }
}
