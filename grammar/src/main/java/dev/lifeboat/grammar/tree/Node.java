package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;

/**
 * A part of the syntax tree. Nodes are records without behaviour; what is found out about them (types, bindings) is
 * kept in tables beside the tree. A literal's spelling is the text of its span.
 */
public interface Node {

    Span span();
}
