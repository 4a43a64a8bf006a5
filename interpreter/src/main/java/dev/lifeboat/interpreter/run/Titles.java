package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import java.util.stream.Collectors;

/** Titles with their values written out. */
record Titles(RunContext context, String step) {

    String of(Item item, Frame frame) {
        return switch (item) {
            case Item.Step step -> of(step.title(), frame);
            case Item.Manual manual -> of(manual.instruction(), frame);
            case Item.Perform perform -> of(context.program.procedure(perform), frame);
            case Item.Parallel parallel -> throw new IllegalStateException("Not a step: " + parallel.span());
            case Item.ForEach loop -> throw new IllegalStateException("Not a step: " + loop.span());
        };
    }

    /** A procedure's title speaks of its parameters; only those arguments are looked at that it names. */
    private String of(ResolvedPerform perform, Frame frame) {
        var title = perform.procedure().title();
        var named = TreeWalk.within(title, Expression.Reference.class).map(Expression.Reference::name).toList();
        var inside = Frame.of(frame.surroundings());
        try {
            for (int i = 0; i < perform.arguments().size(); i++) {
                var parameter = perform.procedure().parameters().get(i).name().text();
                if (named.contains(parameter)) {
                    inside.bind(parameter, evaluator().value(perform.arguments().get(i), frame));
                }
            }
        } catch (Failure untold) {
            return asWritten(title);
        }
        return of(title, inside);
    }

    private Evaluator evaluator() {
        return new Evaluator(context.program,
                (signature, arguments) -> context.call(new Gate.Site(step, false), signature, arguments));
    }

    /** As it is written in the runbook where a value can't be told: a title never fails anything. */
    String of(Expression.Text title, Frame frame) {
        try {
            return evaluator().text(title, frame);
        } catch (Failure untold) {
            return asWritten(title);
        }
    }

    static String asWritten(Expression.Text title) {
        return title.parts().stream().map(part -> switch (part) {
            case TextPart.Characters characters -> characters.value();
            case TextPart.Interpolation hole -> hole.span().text();
        }).collect(Collectors.joining());
    }

}
