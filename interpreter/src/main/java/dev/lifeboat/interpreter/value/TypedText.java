package dev.lifeboat.interpreter.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value typed by a person outside of a runbook: an answer, a parameter. */
public final class TypedText {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)([kKMGT]?i?B)");
    private static final Pattern DURATION = Pattern
            .compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

    private TypedText() {}

    /** Empty where the text is no value of that type. */
    public static Optional<Value> read(String type, String typed) {
        try {
            return switch (type) {
                case "text" -> Optional.of(new Value.Text(typed));
                case "int" -> Optional.of(new Value.Int(Long.parseLong(typed)));
                case "decimal" -> decimal(typed).map(Value.Decimal::new);
                case "percent" -> typed.endsWith("%")
                        ? decimal(typed.substring(0, typed.length() - 1)).map(Value.Percent::new)
                        : Optional.empty();
                case "size" -> size(typed);
                case "role" -> Optional.of(new Value.Handle(type, typed.startsWith("@") ? typed.substring(1) : typed));
                case "bool" -> truth(typed);
                case "timestamp" -> Optional.of(new Value.Timestamp(Instant.parse(typed)));
                case "duration" -> duration(typed);
                case "secret", "sql", "command" -> Optional.empty();
                default -> Optional.of(new Value.Handle(type, typed));
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException notOfThatType) {
            return Optional.empty();
        }
    }

    /** Of a list the elements stand with commas between them. */
    public static Optional<Value> read(Type type, String typed) {
        return switch (type) {
            case Type.Plain plain -> read(plain.name(), typed);
            case Type.WordsOf words -> words.words().contains(typed)
                    ? Optional.of(new Value.Word(words.name(), typed))
                    : Optional.empty();
            case Type.ListOf list -> list(list.element(), typed);
            case Type.Maybe maybe -> read(maybe.type(), typed);
            case Type.RecordOf fields -> Optional.empty();
        };
    }

    private static Optional<Value> list(Type element, String typed) {
        List<Optional<Value>> items = typed.isBlank()
                ? List.of()
                : Arrays.stream(typed.split(",", -1)).map(item -> read(element, item.strip())).toList();
        return items.stream().allMatch(Optional::isPresent)
                ? Optional.of(new Value.Listing(items.stream().map(Optional::orElseThrow).toList()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String typed) {
        return DECIMAL.matcher(typed).matches() ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    private static Optional<Value> size(String typed) {
        Matcher matcher = SIZE.matcher(typed);
        return matcher.matches()
                ? Sizes.bytes(new BigDecimal(matcher.group(1)), matcher.group(2)).map(Value.Size::new)
                : Optional.empty();
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
