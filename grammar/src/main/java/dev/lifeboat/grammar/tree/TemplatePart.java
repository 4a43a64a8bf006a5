package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import java.util.List;
import java.util.Optional;

/** A piece of a template's body: text, a value, or a part that is there if something holds or once for each value. */
public sealed interface TemplatePart extends Node permits TextPart, TemplatePart.If, TemplatePart.For {

    /** {@code ${if …} … ${else if …} … ${else} … ${end}}. */
    record If(List<Branch> branches, Optional<List<TemplatePart>> otherwise, Span span) implements TemplatePart {
        public If {
            branches = List.copyOf(branches);
            otherwise = otherwise.map(List::copyOf);
        }
    }

    /** The parts that are there if the condition holds. */
    record Branch(Expression condition, List<TemplatePart> parts, Span span) implements Node {
        public Branch {
            parts = List.copyOf(parts);
        }
    }

    /** {@code ${for x in …} … ${end}}. */
    record For(Name variable, Expression list, List<TemplatePart> parts, Span span) implements TemplatePart {
        public For {
            parts = List.copyOf(parts);
        }
    }
}
