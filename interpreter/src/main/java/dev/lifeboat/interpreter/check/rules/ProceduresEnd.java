package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Declaration.Procedure;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No procedure performs itself, directly or through others: every runbook ends. Nor do they perform each other so deep
 * that nobody can follow.
 */
final class ProceduresEnd implements Rule {

    private static final int DEEPEST = 50;

    @Override
    public void check(Draft draft, Findings findings) {
        var procedures = draft.nodes(Procedure.class).toList();
        var performed = new IdentityHashMap<Procedure, List<Procedure>>();
        procedures.forEach(procedure -> performed.put(procedure,
                performs(procedure).flatMap(perform -> performed(perform, draft)).toList()));
        var circles = procedures.stream().flatMap(procedure -> circles(procedure, draft, performed)).toList();
        circles.forEach(findings::add);
        if (circles.isEmpty()) {
            tooDeep(procedures, performed).ifPresent(procedure -> findings.error(CheckCode.RECURSION,
                    procedure.name().span(), "Procedure `" + procedure.name().text()
                            + "` performs others, and they others, deeper than " + DEEPEST + ".",
                    "Put their steps into fewer procedures."));
        }
    }

    private static Stream<Item.Perform> performs(Procedure procedure) {
        return TreeWalk.within(procedure, Item.Perform.class);
    }

    private static Stream<Procedure> performed(Item.Perform perform, Draft draft) {
        return draft.procedure(perform).map(ResolvedPerform::procedure).stream();
    }

    private static Stream<Diagnostic> circles(Procedure procedure, Draft draft,
            Map<Procedure, List<Procedure>> performed) {
        return performs(procedure)
                .filter(perform -> leadsTo(procedure, performed(perform, draft).toList(), performed))
                .map(perform -> Diagnostic
                        .error(CheckCode.RECURSION, "Procedure `" + procedure.name().text() + "` performs itself"
                                + (performed(perform, draft).anyMatch(other -> other == procedure)
                                        ? ""
                                        : " through `" + perform.procedure().text() + "`")
                                + ", and would never end.", perform.procedure().span())
                        .hint("Repeat steps with `for each`, `retry` or `wait until`: each of them has a bound."));
    }

    private static boolean leadsTo(Procedure target, List<Procedure> from,
            Map<Procedure, List<Procedure>> performed) {
        Set<Procedure> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayDeque<>(from);
        while (!waiting.isEmpty()) {
            var procedure = waiting.pop();
            if (procedure == target) {
                return true;
            }
            if (seen.add(procedure)) {
                waiting.addAll(performed.getOrDefault(procedure, List.of()));
            }
        }
        return false;
    }

    /** Each round finds those that are one deeper. */
    private static Optional<Procedure> tooDeep(List<Procedure> procedures, Map<Procedure, List<Procedure>> performed) {
        var deep = procedures;
        for (var depth = 0; depth < DEEPEST && !deep.isEmpty(); depth++) {
            Set<Procedure> others = Collections.newSetFromMap(new IdentityHashMap<>());
            others.addAll(deep);
            deep = deep.stream().filter(procedure -> performed.get(procedure).stream().anyMatch(others::contains))
                    .toList();
        }
        return deep.stream().findFirst();
    }
}
