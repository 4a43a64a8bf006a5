package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Endings;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import dev.lifeboat.interpreter.check.TreeWalk;
import java.util.Optional;
import java.util.stream.Stream;

/** Every path through `on failure` ends with a policy, and policies stand nowhere else. */
final class FailureIsDecided implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        for (var step : draft.steps()) {
            var handlers = step.handlers();
            handlers.onFailure().flatMap(FailureIsDecided::undecided).ifPresent(where -> findings.error(
                    CheckCode.NO_POLICY, where,
                    "The failure of step `" + step.name() + "` is not decided here.",
                    "End each path of `on failure` with `continue`, `rollback`, `pause`, `stop` or `retry at most N times`."));
            step.body().ifPresent(body -> misplaced(body, "a body", findings));
            handlers.verify().ifPresent(verify -> misplaced(verify, "`verify`", findings));
            handlers.undo().ifPresent(undo -> misplaced(undo, "`undo`", findings));
        }
    }

    /** Where a path ends without a policy: the last words of its last statement, or the braces if there is none. */
    private static Optional<Span> undecided(Block block) {
        if (Endings.always(block)) {
            return Optional.empty();
        }
        return block.statements().isEmpty() ? Optional.of(block.span()) : undecided(block.statements().getLast());
    }

    private static Optional<Span> undecided(Statement last) {
        if (last instanceof Statement.If choice) {
            return first(choice.branches().stream().map(Statement.Branch::block)).or(() -> choice.otherwise().isEmpty()
                    ? Optional.of(last.span())
                    : choice.otherwise().flatMap(FailureIsDecided::undecided));
        }
        if (last instanceof Statement.Match match) {
            return first(Stream.concat(match.cases().stream().map(Statement.Case::block), match.otherwise().stream()));
        }
        return Optional.of(last.span());
    }

    private static Optional<Span> first(Stream<Block> blocks) {
        return blocks.flatMap(block -> undecided(block).stream()).findFirst();
    }

    private static void misplaced(Block block, String where, Findings findings) {
        TreeWalk.within(block, Statement.Policy.class)
                .forEach(policy -> findings.error(CheckCode.POLICY_MISPLACED, policy.span(),
                        "`" + policy.span().text() + "` says what becomes of a failure, and can't stand in " + where
                                + ".",
                        "Move it into `on failure { … }` behind the step."));
    }
}
