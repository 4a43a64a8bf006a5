package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Estate;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** As many different people hold the roles as have to say yes. That a role is held at all is another rule's. */
final class ApprovalsCanBeGiven implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.estate().ifPresent(estate -> draft.steps()
                .forEach(step -> step.clauses().approval().ifPresent(approval -> check(approval, estate, findings))));
    }

    private static void check(StepClauses.Approval approval, Estate estate, Findings findings) {
        var holders = approval.roles().stream().map(role -> holders(role, estate)).toList();
        var people = holders.stream().flatMap(List::stream).distinct().count();
        if (holders.stream().noneMatch(List::isEmpty) && people < approval.needed()) {
            findings.error(CheckCode.NOBODY_CAN_APPROVE, approval.span(),
                    "This needs the yes of " + approval.needed() + " people, and only " + people
                            + " holds "
                            + String.join(" or ",
                                    approval.roles().stream().map(role -> "`@" + role.name() + "`").toList())
                            + ".",
                    "Name another role too, or give the role to more people in the inventory.");
        }
    }

    private static List<String> holders(Expression.Role role, Estate estate) {
        return estate.roles().getOrDefault(role.name(), List.of());
    }
}
