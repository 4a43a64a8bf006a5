package dev.lifeboat.interpreter.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value typed by a person outside of a runbook: an answer, a parameter. */
public final class TypedText {
    private static final Pattern DURATION = Pattern
            .compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

    private TypedText() {}

    /** Empty where the text is no value of that type. */
    public static Optional<Value> read(String type, String typed) {
        try {
            return switch (type) {
                case "text" -> Optional.of(new Value.Text(typed));
                case "int" -> Optional.of(new Value.Int(Long.parseLong(typed)));
                case "decimal" -> Optional.of(new Value.Decimal(new BigDecimal(typed)));
                case "bool" -> truth(typed);
                case "timestamp" -> Optional.of(new Value.Timestamp(Instant.parse(typed)));
                case "duration" -> duration(typed);
                case "percent", "size", "secret", "sql", "command" -> Optional.empty();
                default -> Optional.of(new Value.Handle(type, typed));
            };
        } catch (NumberFormatException | DateTimeException notOfThatType) {
            return Optional.empty();
        }
    }

    public static Optional<Value> read(Type type, String typed) {
        return type instanceof Type.Plain plain ? read(plain.name(), typed) : Optional.empty();
    }

    private static Optional<Value> truth(String typed) {
        return switch (typed) {
            case "yes", "true" -> Optional.of(Value.TRUE);
            case "no", "false" -> Optional.of(Value.FALSE);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> duration(String typed) {
        Matcher matcher = DURATION.matcher(typed);
        if (typed.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Value.Span(
                Duration.ofDays(part(matcher, 1)).plusHours(part(matcher, 2)).plusMinutes(part(matcher, 3))
                        .plusSeconds(part(matcher, 4)).plusMillis(part(matcher, 5))));
    }

    private static long part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }
}
