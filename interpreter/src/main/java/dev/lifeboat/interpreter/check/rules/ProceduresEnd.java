package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Declaration.Procedure;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No procedure performs itself, directly or through others: every runbook ends. */
final class ProceduresEnd implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.nodes(Procedure.class)
                .forEach(procedure -> performs(procedure)
                        .filter(perform -> leadsTo(procedure, perform, draft, new LinkedHashSet<>()))
                        .forEach(perform -> findings.error(
                                CheckCode.RECURSION, perform.procedure().span(), "Procedure `" + procedure.name().text()
                                        + "` performs itself"
                                        + (performed(perform, draft).anyMatch(other -> other == procedure)
                                                ? ""
                                                : " through `" + perform.procedure().text() + "`")
                                        + ", and would never end.",
                                "Repeat steps with `for each`, `retry` or `wait until`: each of them has a bound.")));
    }

    private static Stream<Item.Perform> performs(Procedure procedure) {
        return TreeWalk.within(procedure, Item.Perform.class);
    }

    private static Stream<Procedure> performed(Item.Perform perform, Draft draft) {
        return draft.procedure(perform).map(ResolvedPerform::procedure).stream();
    }

    private static boolean leadsTo(Procedure target, Item.Perform perform, Draft draft, Set<String> seen) {
        return performed(perform, draft).anyMatch(procedure -> procedure == target
                || seen.add(procedure.name().text())
                        && performs(procedure).anyMatch(next -> leadsTo(target, next, draft, seen)));
    }
}
