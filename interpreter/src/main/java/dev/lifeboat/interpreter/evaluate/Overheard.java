package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Passes calls on, and keeps what they answered, so that it can be told without asking again. A call that only finds
 * something by its name has nothing to tell.
 */
public final class Overheard implements Evaluator.Calls {

    private final Evaluator.Calls calls;
    private final List<String> answers = new ArrayList<>();

    public Overheard(Evaluator.Calls calls) {
        this.calls = calls;
    }

    @Override
    public Value call(Signature signature, List<Value> arguments) {
        var answer = calls.call(signature, arguments);
        if (answer instanceof Value.Handle) {
            return answer;
        }
        var given = arguments.stream().filter(Objects::nonNull).map(Texts::of).toList();
        answers.add("`" + signature.word() + "(" + String.join(", ", given) + ")` is " + Texts.of(answer));
        return answer;
    }

    /** A line for each call, in their order. */
    List<String> answers() {
        return List.copyOf(answers);
    }
}
