package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** What to do about a value of the wrong type. */
final class Mismatch {

    private Mismatch() {}

    static Optional<Hint> hint(Expression expression, Type actual, Type expected) {
        if (expected.equals(Type.BOOL)) {
            return Optional.of(Hint.of("Compare it with something: `" + expression.span().text() + " == …`."));
        }
        if (actual.equals(Type.INT) || actual.equals(Type.DECIMAL)) {
            return unit(expression, expected);
        }
        if (expected.equals(Type.SQL) || expected.equals(Type.COMMAND)) {
            return Optional.of(Hint.of("Write it as a literal here, or bind it with `let name: " + expected
                    + " = \"…\"`: a text never turns into " + Types.named(expected) + "."));
        }
        if (actual.equals(Type.TEXT) && expected instanceof Type.Plain handle) {
            return fromText(expression, handle);
        }
        if (expected instanceof Type.ListOf list && Types.fits(actual, list.element())) {
            var written = expression.span().text();
            return Optional.of(Hint.of("Write `[" + written + "]` for a list of one.")
                    .perhaps(written, "[" + written + "]"));
        }
        return Optional.empty();
    }

    private static Optional<Hint> unit(Expression number, Type expected) {
        var written = number.span().text();
        if (expected.equals(Type.DURATION)) {
            return Optional.of(unit(written, "s", "m"));
        }
        if (expected.equals(Type.SIZE)) {
            return Optional.of(unit(written, "MB", "GB"));
        }
        return expected.equals(Type.PERCENT)
                ? Optional.of(instead(written, written + "%"))
                : Optional.empty();
    }

    private static Hint instead(String written, String right) {
        return Hint.of("Write `" + right + "`.").perhaps(written, right);
    }

    private static Hint unit(String number, String small, String large) {
        return Hint.of("Give it a unit: `" + number + small + "` or `" + number + large + "`.")
                .perhaps(number, number + small).perhaps(number, number + large);
    }

    private static Optional<Hint> fromText(Expression text, Type.Plain expected) {
        var written = text.span().text();
        return switch (expected.name()) {
            case "server", "host", "endpoint", "store", "secret", "gtids" ->
                Optional.of(instead(written, expected + "(" + written + ")"));
            case "role" -> Optional.of(Hint.of("A role is written `@name`, without quotes."));
            case "duration", "size", "percent", "timestamp", "int", "decimal", "bool" ->
                Optional.of(Hint.of("Write it without quotes."));
            default -> Optional.empty();
        };
    }
}
