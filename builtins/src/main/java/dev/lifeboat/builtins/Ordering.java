package dev.lifeboat.builtins;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.util.Comparator;

/** The order of values of one type that has an order. */
final class Ordering {
    static final Comparator<Value> OF_VALUES = Ordering::compare;

    private Ordering() {}

    private static int compare(Value a, Value b) {
        if (a instanceof Value.Int x && b instanceof Value.Int y) {
            return Long.compare(x.value(), y.value());
        }
        if (number(a) instanceof BigDecimal x && number(b) instanceof BigDecimal y) {
            return x.compareTo(y);
        }
        if (a.getClass() != b.getClass()) {
            throw unordered(a, b);
        }
        return alike(a, b);
    }

    private static int alike(Value a, Value b) {
        return switch (a) {
            case Value.Span span -> span.value().compareTo(((Value.Span) b).value());
            case Value.Timestamp time -> time.value().compareTo(((Value.Timestamp) b).value());
            case Value.Size size -> Long.compare(size.bytes(), ((Value.Size) b).bytes());
            case Value.Percent percent -> percent.value().compareTo(((Value.Percent) b).value());
            case Value.Text text -> text.value().compareTo(((Value.Text) b).value());
            case Value.Handle handle -> handle.text().compareTo(((Value.Handle) b).text());
            case Value.Word word -> word.word().compareTo(((Value.Word) b).word());
            case Value.Bool bool -> Boolean.compare(bool.value(), ((Value.Bool) b).value());
            case Value.Int number -> throw unordered(a, b);
            case Value.Decimal number -> throw unordered(a, b);
            case Value.Nothing nothing -> throw unordered(a, b);
            case Value.Listing list -> throw unordered(a, b);
            case Value.Fields fields -> throw unordered(a, b);
            case Value.Secret secret -> throw unordered(a, b);
            case Value.Code code -> throw unordered(a, b);
        };
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Int number
                ? BigDecimal.valueOf(number.value())
                : value instanceof Value.Decimal decimal ? decimal.value() : null;
    }

    private static Failure unordered(Value a, Value b) {
        return Failure.of("`" + Texts.of(a) + "` and `" + Texts.of(b) + "` have no order.");
    }
}
