package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.util.List;

/** {@code { … }}; the span includes the braces. */
public record Block(List<Statement> statements, Span span) implements Node {

    public Block {
        statements = List.copyOf(statements);
    }
}
