package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;

/** A step that changes something says how long it may take and how long it normally does. */
final class ChangesAreTimed implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().stream().filter(step -> !step.alterations().isEmpty()).forEach(step -> {
            if (step.clauses().timeout().isEmpty()) {
                findings.warning(CheckCode.NO_TIMEOUT, step.nameSpan(),
                        "Step `" + step.name()
                                + "` changes something and has no `timeout`: if it hangs, so does the run.",
                        "Add `timeout 1m`, or however long one attempt may take.");
            }
            if (step.clauses().takes().isEmpty()) {
                findings.warning(CheckCode.NO_TAKES, step.nameSpan(),
                        "Step `" + step.name() + "` changes something and does not say how long it normally takes.",
                        "Add `takes 10s`, or what it took in the last drill: budgets and forecasts count on it.");
            }
        });
    }
}
