package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Hint;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody meant who wrote `30sec`, `1h30`, `10gb` or `01`. */
final class LiteralHints {

    private static final Pattern WITH_UNIT = Pattern.compile("0*([0-9_]+(?:\\.[0-9]+)?)\\s*([A-Za-z]+)");
    private static final Pattern TIME_PARTS = Pattern.compile("(?:[0-9]+[a-z]+)+[0-9]*");
    private static final Pattern TIME_PART = Pattern.compile("([0-9]+)([a-z]*)");
    private static final Pattern DATE = Pattern
            .compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?.*");
    private static final Pattern ZEROS = Pattern.compile("0+([0-9]+)");

    private static final Pattern DOUBTFUL_UNIT = Pattern.compile("[0-9_\\s](?:[AC-Zb]|[KMGT]b)$");
    private static final Pattern WITHOUT_UNIT = Pattern.compile("0+[1-9][0-9]+|.*[a-z][0-9]+");

    private static final String GENERAL = "A duration is written `30s` or `1h30m`, a size `10GB`, a number `1_000` or"
            + " `0.25`, a percentage `95%`.";

    private LiteralHints() {}

    static Hint about(String literal) {
        var meant = withUnit(literal).or(() -> parts(literal)).or(() -> zeros(literal));
        return date(literal).or(() -> meant.map(right -> Hint.write(literal, right).safeIf(isBeyondDoubt(literal))))
                .orElse(Hint.of(GENERAL));
    }

    private static Optional<Hint> date(String literal) {
        var date = DATE.matcher(literal);
        if (!date.matches()) {
            return Optional.empty();
        }
        var right = date.group(1) + Optional.ofNullable(date.group(2)).orElse("T00:00:00") + "Z";
        return Optional.of(Hint.of("Write `" + right + "`, or with another zone: a timestamp has a time and a zone.")
                .perhaps(literal, right));
    }

    /** `5M` may be minutes or megabytes, `10Mb` bits, `1h30` minutes or seconds, `010` is 8 in other languages. */
    private static boolean isBeyondDoubt(String literal) {
        return !DOUBTFUL_UNIT.matcher(literal).find() && !WITHOUT_UNIT.matcher(literal).matches();
    }

    private static Optional<String> withUnit(String literal) {
        var match = WITH_UNIT.matcher(literal);
        if (!match.matches()) {
            return Optional.empty();
        }
        var time = Units.time(match.group(2)).flatMap(unit -> duration(new BigDecimal(digits(match.group(1))), unit));
        return time.or(() -> Units.size(match.group(2)).map(unit -> digits(match.group(1)) + unit));
    }

    private static String digits(String number) {
        return number.replace("_", "");
    }

    private static Optional<String> duration(BigDecimal number, String unit) {
        var millis = number.multiply(BigDecimal.valueOf(Units.millis(unit)));
        var isWhole = millis.stripTrailingZeros().scale() <= 0 && millis.precision() < 16;
        return isWhole ? Optional.of(Durations.spell(millis.longValue())) : Optional.empty();
    }

    /** `30m1h`, `1h30`: the number without a unit has the next smaller one. */
    private static Optional<String> parts(String literal) {
        if (!TIME_PARTS.matcher(literal).matches()) {
            return Optional.empty();
        }
        var millis = 0L;
        var last = "";
        for (var part : TIME_PART.matcher(literal).results().toList()) {
            var unit = part.group(2).isEmpty() ? smaller(last) : Units.time(part.group(2));
            if (unit.isEmpty() || part.group(1).length() > 9) {
                return Optional.empty();
            }
            last = unit.get();
            millis += Long.parseLong(part.group(1)) * Units.millis(last);
        }
        return Optional.of(Durations.spell(millis));
    }

    private static Optional<String> smaller(String unit) {
        return switch (unit) {
            case "d" -> Optional.of("h");
            case "h" -> Optional.of("m");
            case "m" -> Optional.of("s");
            case "s" -> Optional.of("ms");
            default -> Optional.empty();
        };
    }

    private static Optional<String> zeros(String literal) {
        var match = ZEROS.matcher(literal);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
