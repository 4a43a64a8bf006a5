package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What the records and enumerations of builtins mean, part by part; for {@code explain} and the reference. */
public record TypeDocs(JavaTypes types) {

    /** What the values of a record are; empty for all other types, and where nothing is said. */
    public String of(Type type) {
        return java(type).map(TypeDocs::doc).orElse("");
    }

    /** What each field of a record, or each word of an enumeration, means, in their order; empty for all other types. */
    public SequencedMap<String, String> parts(Type type) {
        SequencedMap<String, String> parts = new LinkedHashMap<>();
        java(type).ifPresent(java -> (java.isEnum() ? words(java) : fields(java))
                .forEach(part -> parts.put(name(part), doc(part))));
        return parts;
    }

    private static Stream<AnnotatedElement> words(Class<?> java) {
        return Stream.of(java.getFields()).filter(Field::isEnumConstant).map(word -> word);
    }

    private static Stream<AnnotatedElement> fields(Class<?> java) {
        return Stream.of(java.getRecordComponents());
    }

    private Optional<Class<?>> java(Type type) {
        return switch (type) {
            case Type.RecordOf fields -> types.named(fields.name());
            case Type.WordsOf words -> types.named(words.name());
            case Type.ListOf list -> Optional.empty();
            case Type.Maybe maybe -> Optional.empty();
            case Type.Plain plain -> Optional.empty();
        };
    }

    private static String name(AnnotatedElement part) {
        return switch (part) {
            case Field word -> word.getName();
            case RecordComponent field -> Names.snakeCase(field.getName());
            default -> throw new IllegalStateException("No part of a type: " + part);
        };
    }

    private static String doc(AnnotatedElement documented) {
        Doc doc = documented.getAnnotation(Doc.class);
        return doc == null ? "" : doc.value();
    }
}
