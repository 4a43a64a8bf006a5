package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression.Binary;
import dev.lifeboat.grammar.tree.Expression.Negation;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Quantity.Unit;
import dev.lifeboat.interpreter.value.Value;
import java.math.MathContext;
import java.time.DateTimeException;
import java.util.stream.Stream;

/** {@code + - * /} with the units kept. Which units go together the checker has seen to. */
final class Arithmetic {

    private Arithmetic() {}

    static Value negated(Negation negation, Value value) {
        var operand = quantity(value);
        return exactly(negation, new Quantity(operand.unit(), operand.amount().negate()));
    }

    static Value combined(Binary binary, Value left, Value right) {
        if (left instanceof Value.Listing one && right instanceof Value.Listing other) {
            return new Value.Listing(Stream.concat(one.items().stream(), other.items().stream()).toList());
        }
        return exactly(binary, combined(binary, quantity(left), quantity(right)));
    }

    private static Quantity combined(Binary binary, Quantity left, Quantity right) {
        return switch (binary.operator()) {
            case ADD -> new Quantity(summed(left.unit(), right.unit()), left.amount().add(right.amount()));
            case SUBTRACT ->
                new Quantity(difference(left.unit(), right.unit()), left.amount().subtract(right.amount()));
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(binary, left, right);
            case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, OTHERWISE ->
                throw new IllegalArgumentException("No arithmetic: " + binary.operator().symbol());
        };
    }

    private static Unit summed(Unit left, Unit right) {
        if (left == Unit.MOMENT || right == Unit.MOMENT) {
            return Unit.MOMENT;
        }
        return left == Unit.NUMBER ? Unit.NUMBER : right;
    }

    private static Unit difference(Unit left, Unit right) {
        return left == Unit.MOMENT && right == Unit.MOMENT ? Unit.TIME : summed(left, right);
    }

    /** {@code 5m * 2}, {@code 2 * 5m}. */
    private static Quantity product(Quantity left, Quantity right) {
        var unit = left.unit().isNumber() && !right.unit().isNumber()
                ? right.unit()
                : left.unit() == Unit.WHOLE ? right.unit() : left.unit();
        return new Quantity(unit, left.amount().multiply(right.amount()));
    }

    private static Quantity quotient(Binary binary, Quantity left, Quantity right) {
        if (right.amount().signum() == 0) {
            throw Failure.of("`" + binary.span().text() + "` divides by zero.");
        }
        var amount = left.amount().divide(right.amount(), MathContext.DECIMAL64);
        return new Quantity(right.unit().isNumber() ? fraction(left.unit()) : Unit.NUMBER, amount);
    }

    /** A fraction of a whole number is a decimal. */
    private static Unit fraction(Unit unit) {
        return unit == Unit.WHOLE ? Unit.NUMBER : unit;
    }

    private static Quantity quantity(Value value) {
        return Quantity.of(value).orElseThrow(() -> new IllegalStateException("Not a quantity: " + value));
    }

    private static Value exactly(Node node, Quantity result) {
        try {
            return result.value();
        } catch (ArithmeticException | DateTimeException tooLarge) {
            throw Failure.of("`" + node.span().text() + "` is larger than such a value can be.").because(tooLarge);
        }
    }
}
