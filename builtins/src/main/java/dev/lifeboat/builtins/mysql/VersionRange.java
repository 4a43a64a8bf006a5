package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of MySQL that a runbook is written for, as its header says: {@code >= 8.0.26}, or {@code 8.4} for all that begin so.
 *
 * @param version one to three numbers; those behind them don't count
 */
public record VersionRange(String comparison, String version) {
    private static final Pattern RANGE = Pattern.compile("(>=|<=|=|>|<)?\\s*(\\d+(?:\\.\\d+){0,2})");
    private static final Pattern FOUND = Pattern.compile("(\\d+(?:\\.\\d+){0,2}).*");

    /** @throws Failure where the text says no version */
    public static VersionRange parse(String text) {
        Matcher matcher = RANGE.matcher(text.strip());
        if (!matcher.matches()) {
            throw Failure.of("`" + text + "` says no version of MySQL.").hint("Write it as in `>= 8.0.26`.");
        }
        return new VersionRange(matcher.group(1) == null ? "=" : matcher.group(1), matcher.group(2));
    }

    /** @param found as a server tells it: {@code 8.0.36-log}; what says no number is in no range */
    public boolean contains(String found) {
        Matcher matcher = FOUND.matcher(found);
        return matcher.matches() && holds(order(matcher.group(1)));
    }

    private boolean holds(int order) {
        return switch (comparison) {
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case "<" -> order < 0;
            default -> order == 0;
        };
    }

    private int order(String found) {
        int[] wanted = numbers(version);
        return Arrays.compare(Arrays.copyOf(numbers(found), wanted.length), wanted);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return comparison.equals("=") ? version : comparison + " " + version;
    }
}
