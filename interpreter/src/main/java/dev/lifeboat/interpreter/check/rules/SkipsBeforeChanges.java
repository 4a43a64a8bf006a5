package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** A step that has changed something is no skipped step. */
final class SkipsBeforeChanges implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.steps().forEach(step -> step.body().ifPresent(body -> new Path(draft, findings).through(body, false)));
    }

    private record Path(Draft draft, Findings findings) {

        /** @return whether something may have been changed at the end of the block */
        boolean through(Block block, boolean changed) {
            var so = changed;
            for (var statement : block.statements()) {
                so = through(statement, so);
            }
            return so;
        }

        private boolean through(Statement statement, boolean changed) {
            return switch (statement) {
                case Statement.Skip skip -> skip(skip, changed);
                case Statement.If choice ->
                    any(choice.branches().stream().map(Statement.Branch::block).toList(), changed)
                            | choice.otherwise().map(block -> through(block, changed)).orElse(changed);
                case Statement.Match match -> any(match.cases().stream().map(Statement.Case::block).toList(), changed)
                        | match.otherwise().map(block -> through(block, changed)).orElse(changed);
                case Statement.For loop -> through(loop.block(), changed || alters(loop.block()));
                default -> changed || draft.alterations(statement).findAny().isPresent();
            };
        }

        private boolean any(List<Block> blocks, boolean changed) {
            return blocks.stream().map(block -> through(block, changed)).reduce(false, Boolean::logicalOr);
        }

        private boolean alters(Block block) {
            return draft.alterations(block).findAny().isPresent();
        }

        private boolean skip(Statement.Skip skip, boolean changed) {
            if (changed) {
                findings.error(CheckCode.SKIP_AFTER_CHANGE, skip.span(),
                        "The step can't be skipped here: it may have changed something already.",
                        "Skip before the first change, or put what comes behind into a step of its own.");
            }
            return changed;
        }
    }
}
