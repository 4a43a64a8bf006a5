package dev.lifeboat.builtins.mysql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions from one to another, both included.
 *
 * @param name how people call it: {@code 8.0}
 */
public record VersionRange(String name, MySqlVersion first, MySqlVersion last) {
    private static final MySqlVersion FIRST = new MySqlVersion(0, 0, 0);
    private static final MySqlVersion OPEN = new MySqlVersion(MySqlVersion.ANY, MySqlVersion.ANY, MySqlVersion.ANY);
    private static final Pattern NUMBERS = Pattern.compile("(\\d+(?:\\.\\d+){0,2}).*");

    /** A series, such as {@code 8.0}, or one version of it. */
    public static Optional<VersionRange> series(String text) {
        return MySqlVersion.read(text, 0).map(
                first -> new VersionRange(text.strip(), first,
                        MySqlVersion.read(text, MySqlVersion.ANY).orElseThrow()));
    }

    /** Such as {@code >= 8.0.26}; without an operator, that version. */
    public static Optional<VersionRange> required(String text) {
        String stripped = text.strip();
        String operator = stripped.startsWith(">=") || stripped.startsWith("<=")
                ? stripped.substring(0, 2)
                : !stripped.isEmpty() && "<>=".indexOf(stripped.charAt(0)) >= 0 ? stripped.substring(0, 1) : "";
        return series(stripped.substring(operator.length())).map(named -> switch (operator) {
            case ">=" -> new VersionRange(stripped, named.first(), OPEN);
            case ">" -> new VersionRange(stripped, next(named.last()), OPEN);
            case "<=" -> new VersionRange(stripped, FIRST, named.last());
            case "<" -> new VersionRange(stripped, FIRST, previous(named.first()));
            default -> new VersionRange(stripped, named.first(), named.last());
        });
    }

    private static MySqlVersion next(MySqlVersion version) {
        if (version.patch() < MySqlVersion.ANY) {
            return new MySqlVersion(version.major(), version.minor(), version.patch() + 1);
        }
        return version.minor() < MySqlVersion.ANY
                ? MySqlVersion.of(version.major(), version.minor() + 1)
                : MySqlVersion.of(version.major() + 1, 0);
    }

    private static MySqlVersion previous(MySqlVersion version) {
        if (version.patch() > 0) {
            return new MySqlVersion(version.major(), version.minor(), version.patch() - 1);
        }
        return version.minor() > 0
                ? new MySqlVersion(version.major(), version.minor() - 1, MySqlVersion.ANY)
                : new MySqlVersion(version.major() - 1, MySqlVersion.ANY, MySqlVersion.ANY);
    }

    /** What both have, under this one's name. */
    public Optional<VersionRange> and(VersionRange other) {
        MySqlVersion from = first.compareTo(other.first) >= 0 ? first : other.first;
        MySqlVersion to = last.compareTo(other.last) <= 0 ? last : other.last;
        return from.compareTo(to) <= 0 ? Optional.of(new VersionRange(name, from, to)) : Optional.empty();
    }

    /** @param found as a server tells it: {@code 8.0.36-log}; what says no number is in no range */
    public boolean contains(String found) {
        Matcher numbers = NUMBERS.matcher(found);
        return numbers.matches() && MySqlVersion.read(numbers.group(1), 0).filter(this::contains).isPresent();
    }

    private boolean contains(MySqlVersion version) {
        return first.compareTo(version) <= 0 && version.compareTo(last) <= 0;
    }
}
