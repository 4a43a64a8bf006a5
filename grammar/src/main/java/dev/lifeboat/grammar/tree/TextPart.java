package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;

/** A piece of a text: characters as they are meant (escapes resolved, margin stripped), or a value. */
public sealed interface TextPart extends TemplatePart {

    record Characters(String value, Span span) implements TextPart {}

    /** {@code ${value}}; the span includes the braces. */
    record Interpolation(Expression value, Span span) implements TextPart {}
}
