package dev.lifeboat.interpreter.builtin;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Builtins that are badly declared are named when Lifeboat starts, and so in every test. */
class DeclarationTest {

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoDoc {
        @Builtin(effect = Effect.OBSERVES, doc = " ", example = "bad.word()")
        void word() {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoExample {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "word()")
        void word() {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoParameterDoc {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word(1)")
        void word(int howMany) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoCall {
        @Builtin(effect = Effect.CHANGES, doc = "A word.", example = "bad.word()")
        void word() {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoType {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word(1)")
        void word(@Doc("A map.") Map<String, String> map) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class OptionalFirst {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word(1)")
        void word(@Doc("One.") Optional<String> one, @Doc("Two.") String two) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoShownFact {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word()", facts = "fence")
        void word() {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoGrammar {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word(\"\")")
        void word(@Doc("Code.") Value.Code code) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class OtherGrammar {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word(\"\")")
        void word(@Doc("Code.") @CodeOf("lua") Value.Code code) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class NoList {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word()", answers = Answers.AN_ELEMENT)
        Value word() {
            return Value.NONE;
        }
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class TwoOfAKind {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word()")
        void word() {}

        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word()", name = "word")
        void another() {}
    }

    static class NoNamespace {}

    static class Elsewhere {
        record Reading(int other) {}
    }

    @Namespace(value = "bad", doc = "Bad ones.")
    static class SameTypeName {
        @Builtin(effect = Effect.OBSERVES, doc = "A word.", example = "bad.word()")
        Elsewhere.Reading word() {
            return new Elsewhere.Reading(1);
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        refused(new NoDoc(), "it has no doc.");
        refused(new NoExample(), "its example doesn't call `bad.word`.");
        refused(new NoParameterDoc(), "its parameter `how_many` has no @Doc.");
        refused(new NoCall(), "it changes something and has no Call to register its inverse with; take one, or say "
                + "`inverse = false`.");
        refused(new OptionalFirst(), "its parameter `two` stands behind an optional one.");
        refused(new NoShownFact(), "its facts [fence] don't say how nothing is shown: \"name: SHOWN\".");
        refused(new NoGrammar(), "its parameter `code` is code, and no @CodeOf says of which grammar.");
        refused(new OtherGrammar(), "there is no code of `lua`.");
        refused(new NoList(),
                "its answer's type can follow from its arguments only where it answers a Value and has a parameter.");
        refused(new NoType(), "The language has no type for Java's `java.util.Map<java.lang.String, "
                + "java.lang.String>`: register it, or use a record, an enumeration, a List or an Optional.");
    }

    @Test
    void twoOfOneNameAreRefused() {
        assertThatIllegalStateException().isThrownBy(() -> Lamps.registry(new TwoOfAKind()))
                .withMessage("There are two builtins `bad.word`.");
        assertThatIllegalStateException().isThrownBy(() -> Lamps.registry(new Lamps()))
                .withMessage("There are two builtins `lamp.careless`.");
        assertThatIllegalStateException().isThrownBy(() -> Lamps.registry(new SameTypeName()))
                .withMessageContaining("The type name `reading` of class ").withMessageEndingWith(" is taken.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Lamps.types().text("lamp", String.class, text -> text));
    }

    @Test
    void aNamespaceSaysWhatItIsAbout() {
        assertThatIllegalStateException().isThrownBy(() -> Lamps.registry(new NoNamespace()))
                .withMessageEndingWith("holds builtins and has no @Namespace with a doc.");
    }

    private static void refused(Object namespace, String why) {
        assertThatIllegalStateException().isThrownBy(() -> Registry.of(Lamps.types(), List.of(namespace),
                new java.util.LinkedHashMap<>()))
                .withMessage("The builtin `" + namespace.getClass().getSimpleName() + ".word` is badly declared: "
                        + why);
    }
}
