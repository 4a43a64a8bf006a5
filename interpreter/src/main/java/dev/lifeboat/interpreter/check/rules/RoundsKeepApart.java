package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.Binding;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Draft.Called;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;

/**
 * Rounds that run side by side don't all change the same server: what a call changes, its first argument, has to
 * differ from round to round.
 */
final class RoundsKeepApart implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.nodes(Item.ForEach.class)
                .forEach(loop -> loop.atMost().filter(atOnce -> atOnce.value() > 1)
                        .ifPresent(atOnce -> loop.items().stream()
                                .flatMap(draft::alterations).filter(called -> isTheSameInAllRounds(called, draft))
                                .forEach(called -> findings.add(found(called, loop)))));
    }

    private static boolean isTheSameInAllRounds(Called called, Draft draft) {
        return draft.call(called.call()).filter(call -> !call.arguments().isEmpty())
                .flatMap(call -> call.arguments().getFirst())
                .filter(target -> TreeWalk.within(target, Expression.Reference.class)
                        .allMatch(name -> isOutside(name, draft)))
                .isPresent();
    }

    /** Whether a name means the same in all rounds of all loops. */
    private static boolean isOutside(Expression.Reference name, Draft draft) {
        return draft.binding(name).filter(binding -> switch (binding) {
            case Binding.Param param -> true;
            case Binding.Implicit implicit -> true;
            case Binding.StepValue step -> step.shared() == 0;
            case Binding.Local local -> false;
            case Binding.Round round -> false;
        }).isPresent();
    }

    private static Diagnostic found(Called called, Item.ForEach loop) {
        var target = called.call().arguments().getFirst().value().span().text();
        return Diagnostic
                .error(CheckCode.SAME_SERVER, "`" + target + "` is changed by several rounds of a `for each` at once.",
                        called.word())
                .label(loop.atMost().orElseThrow().span(), "so many at once")
                .hint("Change what `" + loop.variable().text()
                        + "` names, or do one round after the other by leaving `at most` out.");
    }
}
