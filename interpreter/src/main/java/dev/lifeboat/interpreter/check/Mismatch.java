package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** What to do about a value of the wrong type. */
final class Mismatch {

    private Mismatch() {}

    static Optional<String> hint(Expression expression, Type actual, Type expected) {
        if (expected.equals(Type.BOOL)) {
            return Optional.of("Compare it with something: `" + expression.span().text() + " == …`.");
        }
        if (actual.equals(Type.INT) || actual.equals(Type.DECIMAL)) {
            return unit(expression, expected);
        }
        if (expected.equals(Type.SQL) || expected.equals(Type.COMMAND)) {
            return Optional.of("Write it as a literal here, or bind it with `let name: " + expected
                    + " = \"…\"`: a text never turns into " + Types.named(expected) + ".");
        }
        if (actual.equals(Type.TEXT) && expected instanceof Type.Plain handle) {
            return fromText(expression, handle);
        }
        if (expected instanceof Type.ListOf list && Types.fits(actual, list.element())) {
            return Optional.of("Write `[" + expression.span().text() + "]` for a list of one.");
        }
        return Optional.empty();
    }

    private static Optional<String> unit(Expression number, Type expected) {
        var written = number.span().text();
        if (expected.equals(Type.DURATION)) {
            return Optional.of("Give it a unit: `" + written + "s` or `" + written + "m`.");
        }
        if (expected.equals(Type.SIZE)) {
            return Optional.of("Give it a unit: `" + written + "MB` or `" + written + "GB`.");
        }
        return expected.equals(Type.PERCENT) ? Optional.of("Write `" + written + "%`.") : Optional.empty();
    }

    private static Optional<String> fromText(Expression text, Type.Plain expected) {
        var written = text.span().text();
        return switch (expected.name()) {
            case "server", "host", "endpoint", "store", "secret", "gtids" ->
                Optional.of("Write `" + expected + "(" + written + ")`.");
            case "role" -> Optional.of("A role is written `@name`, without quotes.");
            case "duration", "size", "percent", "timestamp", "int", "decimal", "bool" ->
                Optional.of("Write it without quotes.");
            default -> Optional.empty();
        };
    }
}
