package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration.Procedure;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why a run does not even begin. */
record Refusals(Parts parts) {

    Optional<Ending> first() {
        return nobodyToApprove().or(this::requirement);
    }

    private Optional<Ending> nobodyToApprove() {
        return approvals().stream().map(approval -> Approvals.names(approval.roles()))
                .filter(roles -> !parts.context().people().canAnswer(roles)).findFirst()
                .map(roles -> new Ending(RunOutcome.NEEDS_A_PERSON,
                        "Nobody could answer for `@" + String.join("`, `@", roles) + "`, so an approval that is "
                                + "needed could never be given. Nothing was done."));
    }

    private List<StepClauses.Approval> approvals() {
        var found = new ArrayList<StepClauses.Approval>();
        parts.context().program.tree().phases().forEach(phase -> collect(phase, found, new ArrayList<>()));
        return found;
    }

    /** @param performed the procedures that have been looked into */
    private void collect(Node node, List<StepClauses.Approval> found, List<Procedure> performed) {
        TreeWalk.within(node, StepClauses.Approval.class).forEach(found::add);
        TreeWalk.within(node, Item.Perform.class)
                .map(perform -> parts.context().program.procedure(perform).procedure())
                .filter(procedure -> performed.stream().noneMatch(known -> known == procedure))
                .forEach(procedure -> {
                    performed.add(procedure);
                    collect(procedure, found, performed);
                });
    }

    private Optional<Ending> requirement() {
        try {
            parts.context().program.tree().header().requirements().forEach(parts.hooks()::require);
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(new Ending(RunOutcome.FAILED, failure.getMessage() + " Nothing was done."));
        }
    }
}
