package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.grammar.tree.Expression.Text;
import java.util.List;
import java.util.Optional;

/** {@code phase NAME "title" [within D] [when EXPR] { … }}. */
public record Phase(Name name, Text title, Optional<DurationLiteral> within, Optional<Expression> when,
        List<Item> items, Span span) implements Node {

    public Phase {
        items = List.copyOf(items);
    }
}
