package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Map;

/**
 * The runbook's title for the first record of the journal, before which nothing outside may be asked. Where that would
 * have to be, it stays as it is written.
 */
final class FirstTitle implements Frame.Surroundings {

    private final RunContext context;
    private final Map<String, Value> given;
    private final Evaluator evaluator;

    FirstTitle(RunContext context) {
        this.context = context;
        given = context.names().atTheStart();
        evaluator = new Evaluator(context.program, this::call);
    }

    String text() {
        var title = context.program.tree().title();
        try {
            return evaluator.text(title, Frame.of(this));
        } catch (Failure untold) {
            return Titles.asWritten(title);
        }
    }

    private Value call(Signature signature, List<Value> arguments) {
        if (!signature.pure()) {
            throw Failure.of("`" + signature.word() + "` would ask something outside.");
        }
        return context.call(new Gate.Site("", false), signature, arguments);
    }

    @Override
    public Value step(String name, int shared) {
        return Value.NONE;
    }

    @Override
    public Value named(String name) {
        return given.containsKey(name) ? given.get(name) : initial(name);
    }

    private Value initial(String name) {
        var value = context.program.tree().declarations().stream()
                .filter(declaration -> declaration instanceof Declaration.Param param
                        && param.name().text().equals(name))
                .flatMap(declaration -> ((Declaration.Param) declaration).initial().stream()).findFirst();
        return evaluator.value(value.orElseThrow(() -> Failure.of("`" + name + "` is not known yet.")),
                Frame.of(this));
    }
}
