package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which Java types the parameters, answers and records of builtins may have, and which type of the language each of them is. Records and enumerations
 * need no registration; what only builtins look into ({@code server}, {@code gtids}, …) is registered here.
 */
public final class JavaTypes {
    private static final Map<Class<?>, Type> PLAIN = Map.ofEntries(Map.entry(boolean.class, Type.BOOL),
            Map.entry(Boolean.class, Type.BOOL), Map.entry(int.class, Type.INT), Map.entry(Integer.class, Type.INT),
            Map.entry(long.class, Type.INT), Map.entry(Long.class, Type.INT),
            Map.entry(BigDecimal.class, Type.DECIMAL), Map.entry(String.class, Type.TEXT),
            Map.entry(Duration.class, Type.DURATION), Map.entry(Instant.class, Type.TIMESTAMP),
            Map.entry(void.class, Type.NO_ANSWER), Map.entry(Value.class, Type.UNKNOWN),
            Map.entry(Value.Size.class, Type.SIZE), Map.entry(Value.Percent.class, Type.PERCENT),
            Map.entry(Value.Secret.class, Type.SECRET),
            Map.entry(Value.Listing.class, new Type.ListOf(Type.UNKNOWN)));

    private final SequencedMap<String, HandleType<?>> handles = new LinkedHashMap<>();
    private final Map<String, Class<?>> named = new HashMap<>();

    /**
     * A type whose values the language knows by a text.
     *
     * @param port whether it leads to the outside, so that a call that takes one is journaled
     */
    record HandleType<T>(Type.Plain type, Class<T> java, boolean port, BiFunction<Call, String, T> find,
            Function<T, String> text) {
        Value value(Object object) {
            return new Value.Handle(type.name(), text.apply(java.cast(object)));
        }
    }

    /**
     * Registers a type that leads to the outside, such as {@code server}.
     *
     * @param find finds it by its name; through {@link Call#port}, so that the builtins get ports whose calls are journaled
     * @param name its name, without asking the outside
     */
    public <T> JavaTypes handle(String type, Class<T> java, BiFunction<Call, String, T> find,
            Function<T, String> name) {
        return register(new HandleType<>(new Type.Plain(type), java, true, find, name));
    }

    /**
     * Registers a type of values that are known by their text, such as {@code gtids}. Ports may have it in their arguments and answers too.
     *
     * @param parse reads what its {@code toString} writes; an IllegalArgumentException says what is wrong with a text
     */
    public <T> JavaTypes text(String type, Class<T> java, Function<String, T> parse) {
        return register(
                new HandleType<>(new Type.Plain(type), java, false, (call, text) -> parse.apply(text), T::toString));
    }

    private JavaTypes register(HandleType<?> handle) {
        if (PLAIN.containsKey(handle.java) || find(handle.java).isPresent()
                || handles.putIfAbsent(handle.type.name(), handle) != null) {
            throw new IllegalStateException("`" + handle.type + "` or its " + handle.java + " is registered twice.");
        }
        return this;
    }

    /** The language's type of a Java type. An IllegalStateException says that it has none. */
    public Type typeOf(java.lang.reflect.Type java) {
        return switch (java) {
            case Class<?> raw when PLAIN.containsKey(raw) -> PLAIN.get(raw);
            case Class<?> raw when find(raw).isPresent() -> find(raw).get().type;
            case Class<?> raw when raw.isEnum() -> new Type.WordsOf(name(raw), words(raw));
            case Class<?> raw when raw.isRecord() && !Value.class.isAssignableFrom(raw) -> record(raw);
            case ParameterizedType generic when generic.getRawType() == List.class -> new Type.ListOf(element(generic));
            case ParameterizedType generic when generic.getRawType() == Optional.class -> new Type.Maybe(
                    element(generic));
            default -> throw new IllegalStateException("The language has no type for Java's `" + java.getTypeName()
                    + "`: register it, or use a record, an enumeration, a List or an Optional.");
        };
    }

    private Type element(ParameterizedType generic) {
        return typeOf(generic.getActualTypeArguments()[0]);
    }

    private Type record(Class<?> java) {
        SequencedMap<String, Type> fields = new LinkedHashMap<>();
        RecordShape.of(java).components()
                .forEach(component -> fields.put(component.name(), typeOf(component.type())));
        return new Type.RecordOf(name(java), fields);
    }

    private static List<String> words(Class<?> java) {
        return Stream.of(java.getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList();
    }

    /** Two classes of one name would be one type to a runbook, with fields of either. */
    private synchronized String name(Class<?> java) {
        String name = Names.snakeCase(java.getSimpleName());
        Class<?> other = named.putIfAbsent(name, java);
        if (other != null && other != java || handles.containsKey(name)) {
            throw new IllegalStateException("The type name `" + name + "` of " + java + " is taken.");
        }
        return name;
    }

    /** The record or enumeration that a type was made from. */
    synchronized Optional<Class<?>> named(String type) {
        return Optional.ofNullable(named.get(type));
    }

    /** Whether a call that takes this reaches the outside through it. */
    boolean leadsOutside(java.lang.reflect.Type java) {
        return switch (java) {
            case Class<?> raw when find(raw).isPresent() -> find(raw).get().port;
            case Class<?> raw when raw.isRecord() && !Value.class.isAssignableFrom(raw) -> RecordShape.of(raw)
                    .components().stream().anyMatch(component -> leadsOutside(component.type()));
            case ParameterizedType generic -> leadsOutside(generic.getActualTypeArguments()[0]);
            default -> false;
        };
    }

    /** The registered type that this class is, or implements. */
    Optional<HandleType<?>> find(Class<?> java) {
        for (HandleType<?> handle : handles.values()) {
            if (handle.java.isAssignableFrom(java)) {
                return Optional.of(handle);
            }
        }
        return Optional.empty();
    }

    /** What the language calls a port, for messages. */
    public String nameOf(Class<?> java) {
        return find(java).map(handle -> handle.type.name()).orElseGet(() -> Names.snakeCase(java.getSimpleName()));
    }

    /** The types that are known by a text, each with how to read it. */
    public SequencedMap<Class<?>, Function<String, ?>> texts() {
        SequencedMap<Class<?>, Function<String, ?>> texts = new LinkedHashMap<>();
        for (HandleType<?> handle : handles.values()) {
            if (!handle.port) {
                texts.put(handle.java, text -> handle.find.apply(null, text));
            }
        }
        return texts;
    }

    /** The registered types by name. */
    public SequencedMap<String, Type> types() {
        SequencedMap<String, Type> types = new LinkedHashMap<>();
        handles.forEach((name, handle) -> types.put(name, handle.type));
        return Collections.unmodifiableSequencedMap(types);
    }
}
