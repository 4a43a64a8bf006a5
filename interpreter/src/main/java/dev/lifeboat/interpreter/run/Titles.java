package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;

/** Titles with their values written out. */
record Titles(RunContext context, String step) {

    /** As it is written in the runbook where a value can't be told: a title never fails anything. */
    String of(Expression.Text title, Frame frame) {
        var evaluator = new Evaluator(context.program,
                (signature, arguments) -> context.call(new Gate.Site(step, false), signature, arguments));
        try {
            return evaluator.text(title, frame);
        } catch (Failure untold) {
            var written = title.span().text();
            return written.length() > 1 ? written.substring(1, written.length() - 1) : written;
        }
    }

}
