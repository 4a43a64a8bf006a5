package dev.lifeboat.interpreter.run;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Answers;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;

/** The functions of the tests' runbooks. */
@Namespace(value = "", doc = "Functions.")
public final class FunctionWords {

    @Builtin(effect = OBSERVES, doc = "A box by its name.", example = "server(\"a\")")
    public Box server(Call call, @Doc("Its name.") String name) {
        return call.port(Box.class, name);
    }

    @Builtin(effect = OBSERVES, doc = "How many.", example = "count([1])")
    public long count(@Doc("A list.") Value.Listing list) {
        return list.items().size();
    }

    @Builtin(effect = OBSERVES, doc = "Whether there are none.", example = "empty([1])")
    public boolean empty(@Doc("A list.") Value.Listing list) {
        return list.items().isEmpty();
    }

    @Builtin(effect = OBSERVES, answers = Answers.MAYBE_AN_ELEMENT, doc = "The first, if any.", example = "first([1])")
    public Value first(@Doc("A list.") Value.Listing list) {
        return list.items().isEmpty() ? Value.NONE : list.items().getFirst();
    }

    @Builtin(effect = OBSERVES, doc = "The time.", example = "now()")
    public Instant now(Call call) {
        return call.now();
    }

    @Builtin(effect = OBSERVES, doc = "Lists of texts.", example = "words(\"a b\")")
    public List<String> words(@Doc("With spaces between.") String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
