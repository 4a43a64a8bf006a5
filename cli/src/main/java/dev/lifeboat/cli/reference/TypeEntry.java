package dev.lifeboat.cli.reference;

import dev.lifeboat.interpreter.builtin.TypeDocs;
import dev.lifeboat.interpreter.value.Type;
import java.util.LinkedHashSet;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What a reference says of a record or an enumeration. */
record TypeEntry(TypeDocs docs) {

    /** A type, with those of its parts that are records or enumerations; nothing for any other. */
    String describe(Type type) {
        StringBuilder text = new StringBuilder();
        withParts(type).forEach(part -> text.append('\n').append(one(part)));
        return text.toString();
    }

    /** The records and enumerations that a value of the type is made of. */
    SequencedCollection<Type> withParts(Type type) {
        SequencedSet<Type> parts = new LinkedHashSet<>();
        collect(type, parts);
        return parts;
    }

    private void collect(Type type, SequencedSet<Type> parts) {
        switch (type) {
            case Type.RecordOf fields -> {
                if (parts.add(fields)) {
                    fields.fields().values().forEach(field -> collect(field, parts));
                }
            }
            case Type.WordsOf words -> parts.add(words);
            case Type.ListOf list -> collect(list.element(), parts);
            case Type.Maybe maybe -> collect(maybe.type(), parts);
            case Type.Plain plain -> {
            }
        }
    }

    private String one(Type type) {
        SequencedMap<String, String> said = docs.parts(type);
        return switch (type) {
            case Type.RecordOf fields -> fields(fields, said);
            case Type.WordsOf words -> words(words, said);
            case Type.ListOf list -> "";
            case Type.Maybe maybe -> "";
            case Type.Plain plain -> "";
        };
    }

    private static String fields(Type.RecordOf type, SequencedMap<String, String> said) {
        Table table = Table.of(Markdown.code(type), "type", "");
        type.fields().forEach((name, field) -> table.row(Markdown.code("." + name), Markdown.code(field),
                said.getOrDefault(name, "")));
        return table.toString();
    }

    private static String words(Type.WordsOf type, SequencedMap<String, String> said) {
        Table table = Table.of(Markdown.code(type), "");
        type.words().forEach(word -> table.row(Markdown.code(word), said.getOrDefault(word, "")));
        return table.toString();
    }
}
