package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The language's values to the Java type that a parameter has. */
final class ToJava {
    private final JavaTypes types;
    private final Call call;

    /** @param call finds ports; {@code null} where a builtin takes none */
    ToJava(JavaTypes types, Call call) {
        this.types = types;
        this.call = call;
    }

    /** The value is not one of the type: a mistake that the checker could not see. */
    static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message, null, false, false);
        }
    }

    Object of(Value value, java.lang.reflect.Type java) throws Misfit {
        if (java instanceof ParameterizedType generic) {
            return generic(value, generic);
        }
        Class<?> raw = (Class<?>) java;
        if (raw.isInstance(value)) {
            return value;
        }
        Object object = switch (value) {
            case Value.Bool bool -> raw == boolean.class ? (Object) bool.value() : fitting(bool.value(), raw);
            case Value.Int number -> number(number.value(), raw);
            case Value.Decimal number -> fitting(number.value(), raw);
            case Value.Text text -> fitting(text.value(), raw);
            case Value.Span span -> fitting(span.value(), raw);
            case Value.Timestamp time -> fitting(time.value(), raw);
            case Value.Word word -> raw.isEnum() ? word(word, raw) : null;
            case Value.Fields fields -> raw.isRecord() ? record(fields, raw) : null;
            case Value.Handle handle -> handle(handle, raw);
            case Value.Nothing none -> null;
            case Value.Percent percent -> null;
            case Value.Size size -> null;
            case Value.Listing listing -> null;
            case Value.Secret secret -> null;
            case Value.Code code -> null;
        };
        if (object == null) {
            throw new Misfit("expected " + types.typeOf(java) + ", found `" + Texts.of(value) + "`");
        }
        return object;
    }

    private Object generic(Value value, ParameterizedType java) throws Misfit {
        java.lang.reflect.Type element = java.getActualTypeArguments()[0];
        if (java.getRawType() == Optional.class) {
            return value == null || value instanceof Value.Nothing
                    ? Optional.empty()
                    : Optional.of(of(value, element));
        }
        if (!(value instanceof Value.Listing listing)) {
            throw new Misfit("expected " + types.typeOf(java) + ", found `" + Texts.of(value) + "`");
        }
        List<Object> items = new ArrayList<>();
        for (Value item : listing.items()) {
            items.add(of(item, element));
        }
        return List.copyOf(items);
    }

    private static Object fitting(Object object, Class<?> raw) {
        return raw.isInstance(object) ? object : null;
    }

    private static Object number(long number, Class<?> raw) {
        if (raw == long.class || raw == Long.class) {
            return number;
        }
        if (raw == BigDecimal.class) {
            return BigDecimal.valueOf(number);
        }
        boolean fits = (raw == int.class || raw == Integer.class) && number == (int) number;
        return fits ? (int) number : null;
    }

    private static Object word(Value.Word word, Class<?> raw) {
        for (Object constant : raw.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(word.word())) {
                return constant;
            }
        }
        return null;
    }

    private Object record(Value.Fields fields, Class<?> raw) throws Misfit {
        RecordShape shape = RecordShape.of(raw);
        Object[] parts = new Object[shape.components().size()];
        for (int i = 0; i < parts.length; i++) {
            RecordShape.Component component = shape.components().get(i);
            Value field = fields.fields().get(component.name());
            if (field == null) {
                throw new Misfit("`" + fields.type() + "` has no field `" + component.name() + "`");
            }
            parts[i] = of(field, component.type());
        }
        return shape.make(parts);
    }

    private Object handle(Value.Handle handle, Class<?> raw) throws Misfit {
        JavaTypes.HandleType<?> type = types.find(raw).orElse(null);
        if (type == null || type.java() != raw || !type.type().name().equals(handle.type())) {
            return null;
        }
        try {
            return type.find().apply(call, handle.text());
        } catch (IllegalArgumentException e) {
            throw new Misfit(e.getMessage());
        }
    }
}
