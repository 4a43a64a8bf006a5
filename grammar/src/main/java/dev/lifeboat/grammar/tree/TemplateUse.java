package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.util.List;

/** {@code using template(args)}; without parentheses there are no arguments. The span begins at the name. */
public record TemplateUse(Name template, List<Argument> arguments, Span span) implements Message {

    public TemplateUse {
        arguments = List.copyOf(arguments);
    }
}
