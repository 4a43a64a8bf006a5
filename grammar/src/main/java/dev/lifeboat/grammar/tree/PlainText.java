package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;

/** A quoted text in which nothing can be interpolated: a version, a path. */
public record PlainText(String value, Span span) implements Node {}
