package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            if (statement instanceof Statement.If choice) {
                return any(blocks(choice.branches().stream().map(Statement.Branch::block), choice.otherwise()),
                        changed);
            }
            if (statement instanceof Statement.Match match) {
                return any(blocks(match.cases().stream().map(Statement.Case::block), match.otherwise()), changed);
            }
            if (statement instanceof Statement.For loop) {
                return through(loop.block(), changed || alters(loop));
            }
            return statement instanceof Statement.Skip skip ? skip(skip, changed) : changed || alters(statement);
        }

        private static List<Block> blocks(Stream<Block> branches, Optional<Block> otherwise) {
            return Stream.concat(branches, otherwise.stream()).toList();
        }

        private boolean any(List<Block> blocks, boolean changed) {
            return blocks.stream().map(block -> through(block, changed)).reduce(changed, Boolean::logicalOr);
        }

        private boolean alters(Node part) {
            return draft.alterations(part).findAny().isPresent();
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
