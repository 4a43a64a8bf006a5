package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/** How values compare: by content, numbers by what they are worth. */
final class Comparison {

    private Comparison() {}

    static boolean equal(Value left, Value right) {
        if (left instanceof Value.Listing one && right instanceof Value.Listing other) {
            return equal(one.items(), other.items());
        }
        boolean amounts = Quantity.of(left).isPresent() && Quantity.of(right).isPresent();
        return amounts ? compare(left, right) == 0 : left.equals(right);
    }

    private static boolean equal(List<Value> one, List<Value> other) {
        Iterator<Value> others = other.iterator();
        return one.size() == other.size() && one.stream().allMatch(value -> equal(value, others.next()));
    }

    static boolean contains(List<Value> list, Value value) {
        return list.stream().anyMatch(item -> equal(item, value));
    }

    static boolean holds(Operator operator, Value left, Value right) {
        int order = compare(left, right);
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case OR, AND, EQUAL, NOT_EQUAL, IN, ADD, SUBTRACT, MULTIPLY, DIVIDE, OTHERWISE ->
                throw new IllegalArgumentException("No comparison: " + operator.symbol());
        };
    }

    private static int compare(Value left, Value right) {
        return amount(left).compareTo(amount(right));
    }

    private static BigDecimal amount(Value value) {
        return Quantity.of(value).orElseThrow(() -> new IllegalStateException("Not a quantity: " + value)).amount();
    }
}
