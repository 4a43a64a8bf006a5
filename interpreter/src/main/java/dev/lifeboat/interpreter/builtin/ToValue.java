package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Java's values to the language's. */
final class ToValue {
    private final JavaTypes types;

    ToValue(JavaTypes types) {
        this.types = types;
    }

    /** @param java {@code null} where a method answers nothing */
    Value of(Object java) {
        return switch (java) {
            case null -> Value.NONE;
            case Value value -> value;
            case Boolean bool -> Value.of(bool);
            case Integer number -> new Value.Int(number);
            case Long number -> new Value.Int(number);
            case BigDecimal number -> new Value.Decimal(number);
            case String text -> new Value.Text(text);
            case Duration span -> new Value.Span(span);
            case Instant time -> new Value.Timestamp(time);
            case Optional<?> maybe -> of(maybe.orElse(null));
            case List<?> list -> new Value.Listing(list.stream().map(this::of).toList());
            default -> named(java);
        };
    }

    private Value named(Object java) {
        Optional<JavaTypes.HandleType<?>> handle = types.find(java.getClass());
        if (handle.isPresent()) {
            return handle.get().value(java);
        }
        return switch (java) {
            case Enum<?> word -> new Value.Word(Names.snakeCase(word.getDeclaringClass().getSimpleName()), word.name());
            case Record record -> fields(record);
            default -> throw new IllegalStateException("The language has no value for " + java.getClass() + ".");
        };
    }

    private Value fields(Record record) {
        SequencedMap<String, Value> fields = new LinkedHashMap<>();
        for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
            fields.put(component.name(), of(component.of(record)));
        }
        return new Value.Fields(Names.snakeCase(record.getClass().getSimpleName()), fields);
    }
}
