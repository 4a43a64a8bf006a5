package dev.lifeboat.interpreter.check.words;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.interpreter.builtin.Answers;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;

/** Words without a namespace. */
@Namespace(value = "", doc = "Functions.")
public final class FunctionWords {

    private static AssertionError neverCalled() {
        return new AssertionError("a checker calls nothing");
    }

    @Builtin(effect = OBSERVES, doc = "Counts.", example = "count(xs)")
    public long count(@Doc("The list.") List<Value> list) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, answers = Answers.MAYBE_AN_ELEMENT, doc = "The first.", example = "first(xs)")
    public Value first(@Doc("The list.") List<Value> list) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, answers = Answers.AN_ELEMENT, doc = "The greatest.", example = "max(xs)")
    public Value max(@Doc("The list.") List<Value> list) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "Now.", example = "now()")
    public Instant now(Call call) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "By name.", example = "server(\"db2\")")
    public Server server(Call call, @Doc("Its name.") String name) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "By name.", example = "endpoint(\"orders-db\")")
    public Endpoint endpoint(Call call, @Doc("Its name.") String name) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "By name.", example = "secret(\"key\")")
    public Value.Secret secret(@Doc("Its name.") String name) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "A name in SQL.", example = "ident(\"orders\")")
    public Words.Ident ident(@Doc("The name.") String name) {
        throw neverCalled();
    }
}
