package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Draft.Called;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.ResolvedCall;
import dev.lifeboat.interpreter.check.Rule;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Two branches of a `parallel` don't change the same server, as far as the same words name it. What a call changes is
 * its first argument.
 */
final class BranchesKeepApart implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.nodes(Item.Parallel.class)
                .forEach(parallel -> check(parallel, draft, findings));
    }

    private static void check(Item.Parallel parallel, Draft draft, Findings findings) {
        var earlier = new LinkedHashMap<String, Called>();
        for (var branch : parallel.items()) {
            var own = changed(branch, draft);
            own.forEach((target, called) -> {
                var first = earlier.putIfAbsent(target, called);
                if (first != null) {
                    findings.add(Diagnostic.error(CheckCode.SAME_SERVER,
                            "`" + target + "` is changed by two branches of a `parallel` at once.", called.word())
                            .label(first.word(), "changed here too").hint("Put one behind the other."));
                }
            });
        }
    }

    private static SequencedMap<String, Called> changed(Item branch, Draft draft) {
        var targets = new LinkedHashMap<String, Called>();
        draft.alterations(branch)
                .forEach(called -> target(called, draft).ifPresent(target -> targets.putIfAbsent(target, called)));
        return targets;
    }

    private static Optional<String> target(Called called, Draft draft) {
        return draft.call(called.call()).map(ResolvedCall::arguments).filter(arguments -> !arguments.isEmpty())
                .flatMap(arguments -> arguments.getFirst()).map(argument -> argument.span().text());
    }
}
