package dev.lifeboat.cli.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of a calendar that systemd and cron both know: any value, some values, or every so many from a first one on.
 *
 * @param values in their order; empty for any
 * @param every  0 where they are no steps; else {@code values} has the first one alone
 */
record Field(List<Integer> values, int every) {
    static final Field ANY = new Field(List.of(), 0);
    private static final Pattern STEPS = Pattern.compile("(\\d{1,2})/(\\d{1,2})");
    private static final Pattern LIST = Pattern.compile("\\d{1,2}(?:,\\d{1,2})*");

    /** Empty where the text is none, or a value lies outside of {@code least} and {@code most}. */
    static Optional<Field> parse(String text, int least, int most) {
        if (text.equals("*")) {
            return Optional.of(ANY);
        }
        Matcher steps = STEPS.matcher(text);
        if (steps.matches()) {
            Field field = new Field(List.of(Integer.parseInt(steps.group(1))), Integer.parseInt(steps.group(2)));
            return Optional.of(field)
                    .filter(any -> field.every > 0 && field.every <= most && field.within(least, most));
        }
        return LIST.matcher(text).matches()
                ? Optional
                        .of(new Field(Arrays.stream(text.split(",")).map(Integer::valueOf).distinct().sorted().toList(),
                                0))
                        .filter(field -> field.within(least, most))
                : Optional.empty();
    }

    private boolean within(int least, int most) {
        return values.stream().allMatch(value -> value >= least && value <= most);
    }

    boolean isAny() {
        return values.isEmpty();
    }

    String systemd() {
        return isAny()
                ? "*"
                : values.stream().map(value -> String.format(Locale.ROOT, "%02d", value))
                        .collect(Collectors.joining(",")) + (every > 0 ? "/" + every : "");
    }

    /** @param most the highest value, up to which steps go */
    String cron(int most) {
        if (every > 0) {
            return (values.getFirst() == 0 ? "*" : values.getFirst() + "-" + most) + "/" + every;
        }
        return isAny() ? "*" : values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
