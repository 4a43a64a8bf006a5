package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.Optional;

/**
 * What stands behind a step, each at most once: the postcondition, how to take it back, what to do when it fails. The
 * span is that of the handlers, or empty behind the step if there are none.
 */
public record Handlers(Optional<Block> verify, Optional<Block> undo, Optional<Text> irreversible, Optional<Text> keep,
        Optional<Block> onFailure, Span span) implements Node {}
