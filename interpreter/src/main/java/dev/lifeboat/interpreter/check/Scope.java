package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The names that can be used at a place, except steps. An inner scope sees the outer one's; none hides another, which
 * is for who enters one to see.
 */
final class Scope {

    /**
     * @param declared where it was bound; empty for an implicit name
     * @param doubtful whether the body that binds it may have ended before
     */
    record Entry(Binding binding, Type type, Optional<Span> declared, boolean doubtful) {

        Entry(Binding binding, Type type, Optional<Span> declared) {
            this(binding, type, declared, false);
        }
    }

    private final Optional<Scope> outer;
    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

    private Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    static Scope outermost() {
        return new Scope(Optional.empty());
    }

    Scope inner() {
        return new Scope(Optional.of(this));
    }

    void enter(Entry entry) {
        entries.putIfAbsent(entry.binding().name(), entry);
    }

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name)).or(() -> outer.flatMap(scope -> scope.find(name)));
    }

    /** What was entered into this scope itself. */
    SequencedMap<String, Entry> own() {
        return entries;
    }

    /** All names that can be used here, the innermost first. */
    List<String> names() {
        var names = new ArrayList<>(entries.sequencedKeySet());
        outer.ifPresent(scope -> names.addAll(scope.names()));
        return names;
    }

    /** As this one, but what was entered into it may not be there. */
    Scope uncertain(Collection<String> certain) {
        var copy = new Scope(outer);
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            copy.enter(certain.contains(entry.getKey()) ? entry.getValue() : uncertain(entry.getValue()));
        }
        return copy;
    }

    private static Entry uncertain(Entry entry) {
        return new Entry(entry.binding(), Types.optional(entry.type()), entry.declared(), true);
    }
}
