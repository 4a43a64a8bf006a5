package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Fix.Edit;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;

/** A step that changes something says how long it may take and how long it normally does. */
final class ChangesAreTimed implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().stream().filter(step -> !step.alterations().isEmpty()).forEach(step -> {
            if (step.clauses().timeout().isEmpty()) {
                findings.add(warning(CheckCode.NO_TIMEOUT, step,
                        "changes something and has no `timeout`: if it hangs, so does the run.",
                        "Add `timeout 1m`, or however long one attempt may take.", "timeout 1m"));
            }
            if (step.clauses().takes().isEmpty()) {
                findings.add(warning(CheckCode.NO_TAKES, step,
                        "changes something and does not say how long it normally takes.",
                        "Add `takes 10s`, or what it took in the last drill: budgets and forecasts count on it.",
                        "takes 10s"));
            }
        });
    }

    private static Diagnostic warning(CheckCode code, CheckedStep step, String lack, String hint, String clause) {
        var warning = Diagnostic.warning(code, "Step `" + step.name() + "` " + lack, step.nameSpan()).hint(hint);
        return step.item() instanceof Item.Step of
                ? warning
                        .fix(new Fix("Add `" + clause + "`.", false, new Edit(of.title().span().after(), " " + clause)))
                : warning;
    }
}
