package dev.lifeboat.grammar.parser;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as the language writes them: `1h30m`, units descending, each once. */
final class Durations {

    private static final Pattern PART = Pattern.compile("([0-9_]+)(ms|s|m|h|d)");
    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};

    private Durations() {}

    /** Empty if the units don't descend, or if it is longer than can be counted in milliseconds. */
    static Optional<Duration> read(String literal) {
        var millis = 0L;
        var last = Long.MAX_VALUE;
        for (var part : PART.matcher(literal).results().toList()) {
            var unit = Units.millis(part.group(2));
            if (unit >= last) {
                return Optional.empty();
            }
            last = unit;
            try {
                var number = Long.parseLong(part.group(1).replace("_", ""));
                millis = Math.addExact(millis, Math.multiplyExact(number, unit));
            } catch (ArithmeticException | NumberFormatException tooLong) {
                return Optional.empty();
            }
        }
        return Optional.of(Duration.ofMillis(millis));
    }

    static String spell(long millis) {
        var text = new StringBuilder();
        var rest = millis;
        for (var unit : UNITS) {
            var count = rest / Units.millis(unit);
            text.append(count > 0 ? count + unit : "");
            rest %= Units.millis(unit);
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}
