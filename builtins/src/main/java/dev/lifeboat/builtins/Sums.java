package dev.lifeboat.builtins;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;

/** The sum of two values of one type that can be added. */
final class Sums {
    private Sums() {}

    static Value add(Value a, Value b) {
        if (a instanceof Value.Int x && b instanceof Value.Int y) {
            return new Value.Int(Math.addExact(x.value(), y.value()));
        }
        if (a instanceof Value.Span x && b instanceof Value.Span y) {
            return new Value.Span(x.value().plus(y.value()));
        }
        if (a instanceof Value.Size x && b instanceof Value.Size y) {
            return new Value.Size(Math.addExact(x.bytes(), y.bytes()));
        }
        if (decimal(a) instanceof BigDecimal x && decimal(b) instanceof BigDecimal y) {
            return new Value.Decimal(x.add(y));
        }
        throw Failure.of("`" + Texts.of(a) + "` and `" + Texts.of(b) + "` can't be added.");
    }

    private static BigDecimal decimal(Value value) {
        return value instanceof Value.Int number
                ? BigDecimal.valueOf(number.value())
                : value instanceof Value.Decimal decimal ? decimal.value() : null;
    }
}
