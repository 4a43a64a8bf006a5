package dev.lifeboat.interpreter.check;

import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The types that can be written by name: the language's own, the inventory's, and the records and enumerations of the
 * builtins.
 */
final class KnownTypes {

    private static final List<Type.Plain> OWN = List.of(Type.BOOL, Type.INT, Type.DECIMAL, Type.PERCENT, Type.DURATION,
            Type.SIZE, Type.TIMESTAMP,
            Type.TEXT, Type.ROLE, Type.SQL, Type.COMMAND, Type.SECRET);

    private final SequencedMap<String, Type> byName = new LinkedHashMap<>();

    KnownTypes(Vocabulary vocabulary) {
        OWN.forEach(type -> byName.put(type.name(), type));
        vocabulary.types().forEach(byName::putIfAbsent);
        vocabulary.implicitNames().values().forEach(this::enter);
        for (var signature : vocabulary.all()) {
            enter(signature.answer());
            signature.parameters().forEach(parameter -> enter(parameter.type()));
        }
        vocabulary.types().values().forEach(this::enter);
    }

    private void enter(Type type) {
        switch (type) {
            case Type.Plain plain -> {
            }
            case Type.ListOf list -> enter(list.element());
            case Type.Maybe maybe -> enter(maybe.type());
            case Type.WordsOf words -> byName.putIfAbsent(words.name(), words);
            case Type.RecordOf fields -> {
                if (byName.putIfAbsent(fields.name(), fields) == null || byName.get(fields.name()) == fields) {
                    fields.fields().values().forEach(this::enter);
                }
            }
        }
    }

    Optional<Type> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Collection<String> names() {
        return byName.sequencedKeySet();
    }

    /** The enumerations that have a word. */
    List<Type.WordsOf> withWord(String word) {
        var found = new ArrayList<Type.WordsOf>();
        for (var type : byName.values()) {
            if (type instanceof Type.WordsOf words && words.words().contains(word)) {
                found.add(words);
            }
        }
        return found;
    }

    /** All words of all enumerations. */
    List<String> words() {
        return byName.values().stream()
                .flatMap(type -> type instanceof Type.WordsOf words ? words.words().stream() : null).distinct()
                .toList();
    }
}
