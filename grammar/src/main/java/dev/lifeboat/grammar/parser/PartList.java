package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.TextPart.Characters;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a text: no part is empty, and no two in a row are characters. */
final class PartList<T> {

    private final List<T> parts = new ArrayList<>();
    private final Class<T> kind;
    private final StringBuilder characters = new StringBuilder();
    private Span where;

    PartList(Class<T> kind) {
        this.kind = kind;
    }

    void add(T part) {
        endCharacters();
        parts.add(part);
    }

    void characters(String value, Span span) {
        if (!value.isEmpty()) {
            where = characters.isEmpty() ? span : where.to(span);
            characters.append(value);
        }
    }

    private void endCharacters() {
        if (!characters.isEmpty()) {
            parts.add(kind.cast(new Characters(characters.toString(), where)));
            characters.setLength(0);
        }
    }

    List<T> toList() {
        endCharacters();
        return List.copyOf(parts);
    }
}
