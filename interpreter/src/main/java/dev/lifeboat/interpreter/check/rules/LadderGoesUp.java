package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;

/** The rungs of an escalation stand in the order of their times. */
final class LadderGoesUp implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.nodes(Declaration.Escalation.class)
                .forEach(ladder -> check(ladder, findings));
    }

    private static void check(Declaration.Escalation ladder, Findings findings) {
        var rungs = ladder.rungs();
        for (var i = 1; i < rungs.size(); i++) {
            var rung = rungs.get(i).after();
            if (rung.value().compareTo(rungs.get(i - 1).after().value()) <= 0) {
                findings.warning(CheckCode.LADDER_ORDER, rung.span(),
                        "This rung does not come after the one before it.",
                        "Order the rungs by their times, those of one time in one line.");
            }
        }
    }
}
