package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;

/** A step has a body, or asks for an approval. */
final class StepsDoSomething implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        for (var step : draft.steps()) {
            var nothing = step.body().map(body -> body.statements().isEmpty()).orElse(true);
            if (step.item() instanceof Item.Step && nothing && step.clauses().approval().isEmpty()) {
                findings.error(CheckCode.EMPTY_STEP, step.nameSpan(),
                        "Step `" + step.name() + "` does nothing and asks nobody.",
                        "Give it a body, or an `approve by @role`; what a person does is a `manual`.");
            }
        }
    }
}
