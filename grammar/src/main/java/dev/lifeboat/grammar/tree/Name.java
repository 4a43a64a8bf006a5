package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;

/** A name as it stands in the source, whatever it names. */
public record Name(String text, Span span) implements Node {}
