package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.util.Optional;

/**
 * A type as it is written: {@code server}, or {@code list of server}, where the name is {@code list} and the element
 * is present.
 */
public record TypeName(Name name, Optional<TypeName> element, Span span) implements Node {}
