package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.util.Optional;

/** A value that is handed to a call, a procedure or a template: by its place, or by name. */
public record Argument(Optional<Name> name, Expression value, Span span) implements Node {}
