package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.TextPart.Characters;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a text: no part is empty, and no two in a row are characters. */
final class PartList<T> {

    private final List<T> parts = new ArrayList<>();
    private final Class<T> kind;

    PartList(Class<T> kind) {
        this.kind = kind;
    }

    void add(T part) {
        parts.add(part);
    }

    void characters(String value, Span span) {
        if (value.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast() instanceof Characters before) {
            parts.removeLast();
            parts.add(kind.cast(new Characters(before.value() + value, before.span().to(span))));
        } else {
            parts.add(kind.cast(new Characters(value, span)));
        }
    }

    List<T> toList() {
        return List.copyOf(parts);
    }
}
