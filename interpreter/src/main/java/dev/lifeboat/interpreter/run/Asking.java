package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import java.util.List;

/** Questions to the operator. What they take uses up no timeout. */
record Asking(RunContext context, String step, Evaluator evaluator) {

    Value answer(Statement.Ask ask, Frame frame) {
        var name = ask.name().text();
        var text = evaluator.text(ask.question(), frame);
        return answer(switch (ask.answer()) {
            case Statement.Answer.OfType type ->
                question(name, context.program.type(type.type()), text, List.of(), false);
            case Statement.Answer.OneOf one -> choice(name, text, one.list(), false, frame);
            case Statement.Answer.ManyOf many -> choice(name, text, many.list(), true, frame);
        });
    }

    private People.Question choice(String name, String text, Expression list, boolean many, Frame frame) {
        var type = context.program.type(list) instanceof Type.ListOf of ? of.element() : Type.UNKNOWN;
        return question(name, type, text, evaluator.list(list, frame), many);
    }

    /** A value of a type that a person gives, as one of its words where it has words. */
    static People.Question question(String step, String name, Type type, String text) {
        List<Value> options = type instanceof Type.WordsOf words
                ? words.words().stream().<Value>map(word -> new Value.Word(words.name(), word)).toList()
                : List.of();
        return new People.Question(step, name, type.toString(), text, options, false);
    }

    private People.Question question(String name, Type type, String text, List<Value> options, boolean many) {
        return options.isEmpty() && !many
                ? question(step, name, type, text)
                : new People.Question(step, name, type.toString(), text, options, many);
    }

    static Value answer(RunContext context, People.Question question) {
        context.recordForced(new Event.Asked(question));
        var answer = context.clock().untimed(() -> context.people().ask(question));
        context.recordForced(new Event.Answered(question.step(), question.name(), answer));
        return answer.value();
    }

    private Value answer(People.Question question) {
        return answer(context, question);
    }
}
