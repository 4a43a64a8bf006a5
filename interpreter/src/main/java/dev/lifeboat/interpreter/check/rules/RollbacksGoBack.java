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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** `rollback to before STEP` names a step that has begun: the failed one or an earlier one. */
final class RollbacksGoBack implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        var places = new Places(draft.steps());
        for (var step : draft.steps()) {
            step.handlers().onFailure().stream().flatMap(failure -> TreeWalk.within(failure, Rollback.class))
                    .flatMap(rollback -> rollback.toBefore().stream())
                    .forEach(target -> check(target, step, places.around(step), findings));
        }
    }

    private static void check(Name target, CheckedStep step, SequencedMap<String, Integer> places, Findings findings) {
        var place = places.get(target.text());
        if (place == null) {
            var diagnostic = Diagnostic.error(CheckCode.UNKNOWN_NAME, "There is no step `" + target.text() + "`.",
                    target.span());
            findings.add(
                    Nearest.hint(target.text(), places.sequencedKeySet()).map(diagnostic::hint).orElse(diagnostic));
        } else if (place > places.get(step.name())) {
            findings.error(CheckCode.NO_WAY_BACK_TO, target.span(),
                    "Step `" + target.text() + "` has not begun when step `" + step.name() + "` fails.",
                    "Name the step itself or an earlier one.");
        }
    }

    /** Where each step stands among those that it can name: a procedure's know nothing of those of its performers. */
    private static final class Places {

        private final SequencedMap<String, SequencedMap<String, Integer>> byOwner = new LinkedHashMap<>();

        Places(List<CheckedStep> steps) {
            for (var step : steps) {
                var known = byOwner.computeIfAbsent(owner(step), owner -> new LinkedHashMap<>());
                known.putIfAbsent(step.name(), known.size());
            }
        }

        SequencedMap<String, Integer> around(CheckedStep step) {
            return byOwner.get(owner(step));
        }

        private static String owner(CheckedStep step) {
            return step.inProcedure() ? step.phase() : "";
        }
    }
}
