package dev.lifeboat.interpreter.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final Registry registry = Lamps.registry();

    @Test
    void aSignatureIsMadeFromTheMethod() {
        assertThat(registry.find("lamp", "turn")).contains(new Signature("lamp", "turn", Effect.CHANGES,
                List.of(new Signature.Parameter("lamp", new Type.Plain("lamp"), false, "The lamp."),
                        new Signature.Parameter("on", Type.BOOL, false, "Whether on.")),
                Type.NO_ANSWER, Answers.AS_DECLARED, false, "Turns it on or off.", "lamp.turn(a, on: true)", false,
                List.of("LIGHT"), true, false, List.of("dark: NOT KNOWN"), false));
        assertThat(registry.find("lamp", "turn_it")).isEmpty();
        assertThat(registry.find("lamp", "toString")).isEmpty();
    }

    @Test
    void namesAndTypesAreWrittenAsTheLanguageWritesThem() {
        assertThat(signature("lamp.is_lit").answer()).isEqualTo(Type.BOOL);
        assertThat(signature("lamp.read").parameters().getLast())
                .isEqualTo(new Signature.Parameter("within", Type.DURATION, true, "How long to look."));
        assertThat(signature("lamp.read").answer()).hasToString("reading").isInstanceOfSatisfying(Type.RecordOf.class,
                reading -> assertThat(reading.fields().toString()).isEqualTo(
                        "{lit=bool, colour=optional colour, age=duration, wattage=wattage, notes=list of text}"));
        assertThat(signature("lamp.lit_in").answer()).hasToString("list of lamp");
        assertThat(signature("code").parameters().getFirst().type()).isEqualTo(Type.COMMAND);
    }

    @Test
    void everyBuiltinIsListedOnceInAFixedOrder() {
        assertThat(registry.all()).extracting(Signature::word).containsExactly("lamp.careless", "lamp.dim",
                "lamp.is_lit", "lamp.known", "lamp.liar", "lamp.lit_in", "lamp.probe", "lamp.read", "lamp.smash",
                "lamp.turn_back", "lamp.turn", "code", "count", "first", "twice");
        assertThat(registry.namespaces()).containsExactly(java.util.Map.entry("lamp", "Lamps."),
                java.util.Map.entry("", "Functions."));
        assertThat(registry.types().keySet()).containsExactly("lamp", "wattage");
        assertThat(registry.implicitNames()).containsEntry("house", Type.TEXT);
    }

    @Test
    void whatDependsOnItsArgumentsAloneIsPure() {
        assertThat(registry.all().stream().filter(Signature::pure)).extracting(Signature::word)
                .containsExactly("code", "count", "first", "twice");
    }

    @Test
    void onlyAChangeHasAnInverse() {
        assertThat(registry.all().stream().filter(Signature::inverse)).extracting(Signature::word)
                .containsExactly("lamp.careless", "lamp.dim", "lamp.turn");
    }

    @Test
    void aGenericAnswerFollowsFromTheArguments() {
        assertThat(signature("first").answer(List.of(new Type.ListOf(Type.SIZE)))).isEqualTo(Type.SIZE);
        assertThat(signature("first").answer(List.of(Type.UNKNOWN))).isEqualTo(Type.UNKNOWN);
        assertThat(signature("count").answer(List.of(new Type.ListOf(Type.SIZE)))).isEqualTo(Type.INT);
    }

    @Test
    void pureFunctionsAreCalledWithoutARun() {
        Value list = new Value.Listing(List.of(new Value.Int(7), Value.TRUE));
        assertThat(invoke("count", list)).isEqualTo(new Value.Int(2));
        assertThat(invoke("first", list)).isEqualTo(new Value.Int(7));
        assertThat(invoke("twice", new Value.Handle("wattage", "5W"))).isEqualTo(new Value.Handle("wattage", "10W"));
    }

    @Test
    void aValueThatDoesNotFitIsAFailure() {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> invoke("count", Value.TRUE))
                .withMessage("`count` can't take its `list`: expected list of unknown, found `true`.");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> invoke("twice", new Value.Handle("wattage", "5")))
                .withMessage("`twice` can't take its `wattage`: `5` is no wattage.");
    }

    @Test
    void aCallThatTheCheckerMustNotLetThroughIsADefect() {
        assertThatIllegalStateException().isThrownBy(() -> invoke("count"))
                .withMessage("`count` has 1 parameters and was given 0 arguments.");
        assertThatIllegalStateException().isThrownBy(() -> invoke("count", (Value) null))
                .withMessage("`count` was called without its `list`.");
    }

    private Signature signature(String word) {
        return registry.find(word).orElseThrow();
    }

    private Value invoke(String word, Value... arguments) {
        return registry.invoke(signature(word), null, Arrays.asList(arguments));
    }
}
