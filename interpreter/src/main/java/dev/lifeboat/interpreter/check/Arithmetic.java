package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;
import java.util.Set;

/** What `+ - * /` make of two types: units are kept, and never mixed. */
public final class Arithmetic {

    private static final Set<Type> QUANTITIES = Set.of(Type.DURATION, Type.SIZE, Type.PERCENT);

    private Arithmetic() {}

    /**
     * The type of the result, if there is one. Of two numbers it is an int only where both are, and never of a
     * division.
     */
    public static Optional<Type> result(Operator operator, Type left, Type right) {
        return Optional.ofNullable(switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> product(left, right);
            case DIVIDE -> quotient(left, right);
            case OR, AND, EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, OTHERWISE -> null;
        });
    }

    static boolean isNumber(Type type) {
        return type.equals(Type.INT) || type.equals(Type.DECIMAL);
    }

    /** Whether it has an order: `<` and its like, the functions `max` and `min`. */
    public static boolean isOrdered(Type type) {
        return isNumber(type) || QUANTITIES.contains(type) || type.equals(Type.TIMESTAMP);
    }

    private static Type sum(Type left, Type right) {
        if (left.equals(Type.TIMESTAMP) && right.equals(Type.DURATION)
                || left.equals(Type.DURATION) && right.equals(Type.TIMESTAMP)) {
            return Type.TIMESTAMP;
        }
        if (left instanceof Type.ListOf && right instanceof Type.ListOf) {
            return Types.joined(left, right).orElse(null);
        }
        return alike(left, right);
    }

    private static Type difference(Type left, Type right) {
        if (left.equals(Type.TIMESTAMP)) {
            return right.equals(Type.TIMESTAMP) ? Type.DURATION : right.equals(Type.DURATION) ? Type.TIMESTAMP : null;
        }
        return alike(left, right);
    }

    private static Type alike(Type left, Type right) {
        if (isNumber(left) && isNumber(right)) {
            return number(left, right);
        }
        return left.equals(right) && QUANTITIES.contains(left) ? left : null;
    }

    private static Type number(Type left, Type right) {
        return left.equals(Type.INT) && right.equals(Type.INT) ? Type.INT : Type.DECIMAL;
    }

    private static Type product(Type left, Type right) {
        if (isNumber(left) && isNumber(right)) {
            return number(left, right);
        }
        if (QUANTITIES.contains(left) && isNumber(right)) {
            return left;
        }
        return QUANTITIES.contains(right) && isNumber(left) ? right : null;
    }

    private static Type quotient(Type left, Type right) {
        if (isNumber(left) && isNumber(right) || QUANTITIES.contains(left) && left.equals(right)) {
            return Type.DECIMAL;
        }
        return QUANTITIES.contains(left) && isNumber(right) ? left : null;
    }
}
