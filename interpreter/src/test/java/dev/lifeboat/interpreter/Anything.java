package dev.lifeboat.interpreter;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Json;
import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes values, events and other records of every kind from a seed. */
public final class Anything {
    private static final String[] TEXTS = {"", "db2", "a \"quoted\" line\nand another", "\\ \t \u0000 \u007f", "Größe",
            "\uD83D\uDE91", "null", "{\"none\":true}", "\u2028", "0"};

    private final SplittableRandom random;
    private final Map<Class<?>, Function<SplittableRandom, Object>> further;

    public Anything(long seed) {
        this(seed, Map.of());
    }

    /** @param further how to make what is neither a record nor known here */
    public Anything(long seed, Map<Class<?>, Function<SplittableRandom, Object>> further) {
        this.further = further;
        random = new SplittableRandom(seed);
    }

    public String text() {
        return random.nextInt(3) > 0 ? TEXTS[random.nextInt(TEXTS.length)] : Long.toString(random.nextLong(), 36);
    }

    public Value value(int depth) {
        List<Supplier<Value>> kinds = new ArrayList<>(List.of(() -> Value.NONE, () -> Value.of(random.nextBoolean()),
                () -> new Value.Int(number()), () -> new Value.Decimal(decimal()),
                () -> new Value.Percent(decimal()), () -> new Value.Span(span()), () -> new Value.Size(number()),
                () -> new Value.Timestamp(instant()), () -> new Value.Text(text()),
                () -> new Value.Word(text(), text()), () -> new Value.Handle(text(), text()),
                () -> new Value.Secret(text())));
        if (depth > 0) {
            kinds.add(() -> new Value.Listing(values(depth - 1)));
            kinds.add(() -> new Value.Fields(text(), fields(depth - 1)));
            kinds.add(() -> new Value.Code(text(), text(), values(depth - 1)));
        }
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private List<Value> values(int depth) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(depth)).toList();
    }

    private SequencedMap<String, Value> fields(int depth) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> fields.put(text(), value(depth)));
        return fields;
    }

    private long number() {
        return random.nextBoolean() ? random.nextInt(100) : random.nextLong();
    }

    private BigDecimal decimal() {
        return new BigDecimal(BigInteger.valueOf(number()), random.nextInt(-5, 30));
    }

    private Duration span() {
        return random.nextBoolean()
                ? Duration.ofMillis(random.nextInt())
                : Duration.ofSeconds(random.nextLong() / 2, random.nextInt(1_000_000_000));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-100_000_000_000L, 100_000_000_000L),
                random.nextInt(1_000_000_000));
    }

    private Json json() {
        return new Json(Stream.of("null", "[]", "{\"exit\":0,\"text\":\"a\\nb\"}", "[1.50,true,\"PT1S\",{}]", "\"x\"")
                .toList().get(random.nextInt(5)));
    }

    public <T> T record(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] parts = Stream.of(components)
                .map(part -> Event.class.isAssignableFrom(type) ? part(part) : object(part.getGenericType())).toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " can't be made.", e);
        }
    }

    /** What may be left out of an event is left out now and then. */
    private Object part(RecordComponent part) {
        boolean mayBeMissing = List.of(Value.class, Json.class, Event.FailureRecord.class, Duration.class)
                .contains(part.getType());
        return mayBeMissing && random.nextInt(5) == 0 ? null : object(part.getGenericType());
    }

    /** Something of a type, as a component, a parameter or an answer declares it. */
    public Object object(Type type) {
        return switch (type) {
            case ParameterizedType generic when generic.getRawType() == Optional.class -> random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(object(generic.getActualTypeArguments()[0]));
            case ParameterizedType generic when generic.getRawType() == List.class -> IntStream
                    .range(0, random.nextInt(3)).mapToObj(i -> object(generic.getActualTypeArguments()[0])).toList();
            case ParameterizedType generic when generic.getRawType() == SequencedMap.class -> map(
                    generic.getActualTypeArguments()[1]);
            case Class<?> raw -> object(raw);
            default -> throw new AssertionError("No example of " + type);
        };
    }

    private SequencedMap<String, Object> map(Type content) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(3)).forEach(i -> map.put(text(), object(content)));
        return map;
    }

    private Object object(Class<?> raw) {
        if (further.containsKey(raw)) {
            return further.get(raw).apply(random);
        } else if (raw == long.class || raw == Long.class) {
            return number();
        } else if (raw == int.class || raw == Integer.class) {
            return random.nextInt();
        } else if (raw == boolean.class || raw == Boolean.class) {
            return random.nextBoolean();
        } else if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        } else if (raw == String.class) {
            return text();
        }
        return other(raw);
    }

    private Object other(Class<?> raw) {
        if (raw == Value.class) {
            return value(2);
        } else if (raw == Json.class) {
            return json();
        } else if (raw == Duration.class) {
            return span();
        } else if (raw == Instant.class) {
            return instant();
        }
        return record(raw);
    }
}
