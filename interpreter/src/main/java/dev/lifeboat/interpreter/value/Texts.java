package dev.lifeboat.interpreter.value;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values are written for people: in texts of a runbook, on the console, in diagnostics. */
public final class Texts {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final List<String> CALLED = List.of("name", "id");

    private Texts() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Nothing nothing -> "none";
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Int number -> Long.toString(number.value());
            case Value.Decimal number -> number.value().toPlainString();
            case Value.Percent percent -> percent.value().toPlainString() + "%";
            case Value.Span span -> duration(span.value());
            case Value.Size size -> Sizes.text(size.bytes());
            case Value.Timestamp time -> timestamp(time.value());
            case Value.Text text -> text.value();
            case Value.Listing list -> list(list.items().stream().map(Texts::of).toList());
            case Value.Fields fields -> fields(fields);
            case Value.Word word -> word.word();
            case Value.Handle handle -> handle.text();
            case Value.Secret secret -> "the secret `" + secret.name() + "`";
            case Value.Code code -> code.text();
        };
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; {@code none} where there is nothing. */
    public static String list(List<String> items) {
        return switch (items.size()) {
            case 0 -> "none";
            case 1 -> items.getFirst();
            default -> String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
        };
    }

    /** A length of time for people: {@code 6m 27s}, {@code 1h 30m}, {@code 0.4s}, {@code 47ms}. Rounded to tenths below ten seconds, else to seconds. */
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "-" + duration(duration.negated());
        }
        if (duration.compareTo(TENTH) < 0) {
            return milliseconds(duration);
        }
        long tenths = (duration.toMillis() + 50) / 100;
        if (duration.compareTo(TEN_SECONDS) < 0 && tenths % 10 != 0) {
            return tenths / 10 + "." + tenths % 10 + "s";
        }
        return units(duration.plusMillis(500).truncatedTo(ChronoUnit.SECONDS), " ");
    }

    private static String milliseconds(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        return duration.toMillis() == 0 ? "under 1ms" : duration.toMillis() + "ms";
    }

    /** A length of time to the millisecond, as a runbook would write it: {@code 1h30m}, {@code 250ms}. */
    public static String literal(Duration duration) {
        if (duration.isNegative()) {
            return "-" + literal(duration.negated());
        }
        return duration.toMillis() == 0 ? "0s" : units(duration, "");
    }

    private static String units(Duration duration, String separator) {
        StringBuilder text = new StringBuilder();
        unit(text, duration.toDaysPart(), "d", separator);
        unit(text, duration.toHoursPart(), "h", separator);
        unit(text, duration.toMinutesPart(), "m", separator);
        unit(text, duration.toSecondsPart(), "s", separator);
        unit(text, duration.toMillisPart(), "ms", separator);
        return text.toString();
    }

    private static void unit(StringBuilder text, long count, String unit, String separator) {
        if (count != 0) {
            text.append(text.isEmpty() ? "" : separator).append(count).append(unit);
        }
    }

    /** An amount of data: {@code 10GB}, {@code 512MiB}, {@code 1.23GB}. */
    public static String size(long bytes) {
        return Sizes.text(bytes);
    }

    /** A number of things: {@code 1,204}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of things with what they are: {@code 1 row}, {@code 1,204 rows}. */
    public static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** In UTC, to the second: {@code 2026-01-01T12:30:00Z}. */
    public static String timestamp(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A record by its name or its id where it has one, else by its fields. */
    private static String fields(Value.Fields fields) {
        for (String called : CALLED) {
            if (fields.fields().get(called) instanceof Value.Text text) {
                return text.value();
            }
        }
        return fields.fields().entrySet().stream().map(field -> field.getKey() + " " + of(field.getValue()))
                .collect(Collectors.joining(", "));
    }
}
