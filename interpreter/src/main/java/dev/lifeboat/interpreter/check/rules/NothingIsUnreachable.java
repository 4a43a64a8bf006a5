package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Endings;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.Optional;

/** What can never run is a mistake, or was meant to be deleted. */
final class NothingIsUnreachable implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.nodes(Block.class)
                .forEach(block -> block(block, findings));
        draft.nodes(Phase.class)
                .forEach(phase -> never(phase.when(), "This phase", findings));
        draft.steps().forEach(step -> never(step.clauses().when(), "Step `" + step.name() + "`", findings));
        endOfRun(draft, findings);
    }

    private static void block(Block block, Findings findings) {
        var statements = block.statements();
        for (var i = 0; i + 1 < statements.size(); i++) {
            if (Endings.always(statements.get(i))) {
                findings.warning(CheckCode.UNREACHABLE, statements.get(i + 1).span(),
                        "This is never reached: what stands before it never goes on.",
                        "Delete it, or move it up.");
                return;
            }
        }
    }

    private static void never(Optional<Expression> when, String what, Findings findings) {
        when.filter(condition -> condition instanceof Expression.BoolLiteral literal && !literal.value())
                .ifPresent(condition -> findings.warning(CheckCode.UNREACHABLE, condition.span(),
                        what + " never runs: its `when` is `false`.", "Delete it."));
    }

    /** A step that always finishes the run leaves nothing to those behind it. */
    private static void endOfRun(Draft draft, Findings findings) {
        var steps = draft.steps().stream().filter(step -> !step.inProcedure()).toList();
        for (var i = 0; i + 1 < steps.size(); i++) {
            var step = steps.get(i);
            if (step.clauses().when().isEmpty() && step.loops().isEmpty()
                    && step.body()
                            .filter(body -> body.statements().stream().anyMatch(Statement.Finish.class::isInstance))
                            .isPresent()) {
                findings.warning(CheckCode.UNREACHABLE, steps.get(i + 1).nameSpan(),
                        "Step `" + steps.get(i + 1).name() + "` is never reached: step `"
                                + step.name() + "` always finishes the run.",
                        "Put the `finish` into an `if`, or delete what stands behind.");
                return;
            }
        }
    }
}
