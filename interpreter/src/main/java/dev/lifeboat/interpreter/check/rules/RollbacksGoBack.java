package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement.Policy.Rollback;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.List;

/** `rollback to before STEP` names a step that has begun: the failed one or an earlier one. */
final class RollbacksGoBack implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        for (var step : draft.steps()) {
            step.handlers().onFailure().stream().flatMap(failure -> TreeWalk.within(failure, Rollback.class))
                    .flatMap(rollback -> rollback.toBefore().stream())
                    .forEach(target -> check(target, step, known(step, draft), findings));
        }
    }

    private static List<String> known(CheckedStep step, Draft draft) {
        return draft.steps().stream().filter(other -> together(step, other)).map(CheckedStep::name).toList();
    }

    /** The steps of a procedure know nothing of those of its performers. */
    private static boolean together(CheckedStep one, CheckedStep other) {
        return one.inProcedure() ? other.inProcedure() && one.phase().equals(other.phase()) : !other.inProcedure();
    }

    private static void check(Name target, CheckedStep step, List<String> known, Findings findings) {
        var place = known.indexOf(target.text());
        if (place < 0) {
            var diagnostic = Diagnostic.error(CheckCode.UNKNOWN_NAME, "There is no step `" + target.text() + "`.",
                    target.span());
            findings.add(Nearest.hint(target.text(), known).map(diagnostic::hint).orElse(diagnostic));
        } else if (place > known.indexOf(step.name())) {
            findings.error(CheckCode.NO_WAY_BACK_TO, target.span(),
                    "Step `" + target.text() + "` has not begun when step `" + step.name() + "` fails.",
                    "Name the step itself or an earlier one.");
        }
    }
}
