package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import java.util.stream.Collectors;

/** Titles with their values written out. */
record Titles(RunContext context, String step) {

    /** As it is written in the runbook where a value can't be told: a title never fails anything. */
    String of(Expression.Text title, Frame frame) {
        var evaluator = new Evaluator(context.program,
                (signature, arguments) -> context.call(new Gate.Site(step, false), signature, arguments));
        try {
            return evaluator.text(title, frame);
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
