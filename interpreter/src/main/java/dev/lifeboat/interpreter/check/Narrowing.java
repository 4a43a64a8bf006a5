package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.interpreter.check.Facts.Fact;
import java.util.List;
import java.util.Optional;

/** What a condition tells where it holds, and where it does not. */
final class Narrowing {

    private final StepBook book;

    Narrowing(StepBook book) {
        this.book = book;
    }

    Facts holds(Expression condition) {
        return facts(condition, true);
    }

    Facts fails(Expression condition) {
        return facts(condition, false);
    }

    private Facts facts(Expression condition, boolean truth) {
        if (condition instanceof Expression.Not not) {
            return facts(not.operand(), !truth);
        }
        if (condition instanceof Expression.Binary binary) {
            return ofBinary(binary, truth);
        }
        if (condition instanceof Expression.Field field && field.target() instanceof Expression.Reference step) {
            return ofOutcome(step.name(), field.name().text(), truth);
        }
        return Facts.NONE;
    }

    private Facts ofBinary(Expression.Binary binary, boolean truth) {
        var operator = binary.operator();
        if (operator == Operator.AND || operator == Operator.OR) {
            var left = facts(binary.left(), truth);
            var right = facts(binary.right(), truth);
            return (operator == Operator.AND) == truth ? left.and(right) : left.or(right);
        }
        if (operator == (truth ? Operator.NOT_EQUAL : Operator.EQUAL)) {
            return binary.right() instanceof Expression.NoneLiteral
                    ? present(binary.left())
                    : binary.left() instanceof Expression.NoneLiteral ? present(binary.right()) : Facts.NONE;
        }
        return Facts.NONE;
    }

    private static Facts present(Expression value) {
        return path(value).map(path -> Facts.of(new Fact.Present(path))).orElse(Facts.NONE);
    }

    private Facts ofOutcome(String step, String outcome, boolean truth) {
        if (!Outcome.STATES.contains(outcome)) {
            return Facts.NONE;
        }
        if (!book.isStep(step)) {
            return book.isLeftOut(step) ? Facts.of(new Fact.Anything()) : Facts.NONE;
        }
        var facts = Facts.NONE;
        for (var excluded : truth ? others(outcome) : List.of(outcome)) {
            facts = facts.and(Facts.of(new Fact.Not(step, excluded)));
        }
        return facts.not(step, Outcome.SKIPPED) ? facts.and(book.implied(step)) : facts;
    }

    private static List<String> others(String outcome) {
        return Outcome.STATES.stream().filter(state -> !state.equals(outcome)).toList();
    }

    /** A value that is named by names and fields alone, as it is written. */
    static Optional<String> path(Expression value) {
        if (value instanceof Expression.Field field) {
            return path(field.target()).map(target -> target + "." + field.name().text());
        }
        return value instanceof Expression.Reference reference ? Optional.of(reference.name()) : Optional.empty();
    }
}
