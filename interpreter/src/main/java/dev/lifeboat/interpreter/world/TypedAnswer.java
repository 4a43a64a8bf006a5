package dev.lifeboat.interpreter.world;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.TypedText;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People.Question;
import java.util.Arrays;
import java.util.List;

/** Turns what a person typed into a value of the type that the question asks for. */
public final class TypedAnswer {
    private TypedAnswer() {}

    /** Throws a {@link Failure}, in words for whoever typed, where the text is no answer. */
    public static Value read(Question question, String typed) {
        if (question.many()) {
            return new Value.Listing(Arrays.stream(typed.split(",")).map(String::strip).filter(part -> !part.isEmpty())
                    .map(part -> one(question, part)).toList());
        }
        return one(question, typed.strip());
    }

    private static Value one(Question question, String typed) {
        if (question.options().isEmpty()) {
            return ofType(question, typed);
        }
        return question.options().stream().filter(option -> Texts.of(option).equals(typed)).findFirst()
                .orElseThrow(() -> Failure.of("`" + typed + "` is none of " + options(question.options()) + "."));
    }

    /** What can be chosen, as a person would type it. */
    public static String options(List<Value> options) {
        return String.join(", ", options.stream().map(Texts::of).toList());
    }

    private static Value ofType(Question question, String typed) {
        return TypedText.read(question.type(), typed)
                .orElseThrow(() -> Failure.of("`" + typed + "` is no " + question.type() + "."));
    }
}
