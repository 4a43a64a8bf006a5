package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Foreknown;
import dev.lifeboat.interpreter.check.Rule;

/** An approval shows the calls that will be made, so their arguments are known before the body starts. */
final class ApprovedIsKnown implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().forEach(
                step -> step.clauses().approval().ifPresent(approval -> check(step, approval, draft, findings)));
    }

    private static void check(CheckedStep step, StepClauses.Approval approval, Draft draft, Findings findings) {
        if (step.item() instanceof Item.Step written) {
            var known = Foreknown.of(written, draft::binding);
            for (var call : step.alterations()) {
                known.unknown(call.arguments()).stream().findFirst()
                        .ifPresent(value -> findings.add(found(step, call, value, approval)));
            }
        }
    }

    private static Diagnostic found(CheckedStep step, Expression.BuiltinCall call, Expression value,
            StepClauses.Approval approval) {
        return Diagnostic
                .error(CheckCode.NOT_KNOWN_BEFOREHAND,
                        "`" + value.span().text() + "` is found out only when step `" + step.name()
                                + "` is under way, and its approval has to show it.",
                        value.span())
                .label(approval.span(),
                        "who approves has to see what `" + call.namespace().text() + "." + call.action().text()
                                + "` will be called with")
                .hint("Find it out in an earlier step, and use that step's value here.");
    }
}
