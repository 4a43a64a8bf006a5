package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression.Binary;
import dev.lifeboat.grammar.tree.Expression.Negation;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Quantity.Unit;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;

/** {@code + - * /} with the units kept. Which units go together the checker has seen to. */
final class Arithmetic {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Arithmetic() {}

    static Value negated(Negation negation, Value value) {
        var operand = quantity(value);
        return exactly(negation, new Quantity(operand.unit(), operand.amount().negate()));
    }

    static Value combined(Binary binary, Value left, Value right) {
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

    /** {@code 5m * 2}, {@code 2 * 5m}, {@code 10GB * 25%}. */
    private static Quantity product(Quantity left, Quantity right) {
        var amount = left.amount().multiply(right.amount());
        if (right.unit() == Unit.PERCENT) {
            return new Quantity(fraction(left.unit()), amount.divide(HUNDRED, MathContext.DECIMAL64));
        }
        if (left.unit() == Unit.PERCENT && !right.unit().isNumber()) {
            return new Quantity(right.unit(), amount.divide(HUNDRED, MathContext.DECIMAL64));
        }
        if (left.unit().isNumber()) {
            return new Quantity(right.unit() == Unit.WHOLE ? left.unit() : right.unit(), amount);
        }
        return new Quantity(left.unit(), amount);
    }

    private static Quantity quotient(Binary binary, Quantity left, Quantity right) {
        if (right.amount().signum() == 0) {
            throw Failure.of("`" + binary.span().text() + "` divides by zero.");
        }
        var amount = left.amount().divide(right.amount(), MathContext.DECIMAL64);
        var unit = right.unit().isNumber() ? left.unit() : Unit.NUMBER;
        return new Quantity(fraction(unit), amount);
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
