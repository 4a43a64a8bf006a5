package dev.lifeboat.grammar.parser;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units as they are written, and as people write them. */
final class Units {

    private static final Map<String, String> TIME = Map.ofEntries(Map.entry("ms", "ms"), Map.entry("msec", "ms"),
            Map.entry("millis", "ms"), Map.entry("milliseconds", "ms"), Map.entry("s", "s"), Map.entry("sec", "s"),
            Map.entry("secs", "s"), Map.entry("second", "s"), Map.entry("seconds", "s"), Map.entry("m", "m"),
            Map.entry("min", "m"), Map.entry("mins", "m"), Map.entry("minute", "m"), Map.entry("minutes", "m"),
            Map.entry("h", "h"), Map.entry("hr", "h"), Map.entry("hrs", "h"), Map.entry("hour", "h"),
            Map.entry("hours", "h"), Map.entry("d", "d"), Map.entry("day", "d"), Map.entry("days", "d"));

    private static final Map<String, String> SIZE = Map.ofEntries(Map.entry("b", "B"), Map.entry("byte", "B"),
            Map.entry("bytes", "B"), Map.entry("kb", "kB"), Map.entry("mb", "MB"), Map.entry("gb", "GB"),
            Map.entry("tb", "TB"), Map.entry("kib", "KiB"), Map.entry("mib", "MiB"), Map.entry("gib", "GiB"),
            Map.entry("tib", "TiB"));

    private Units() {}

    /** Whether somebody who writes this word behind a number means a duration or a size. */
    static boolean isUnit(String word) {
        return time(word).isPresent() || size(word).isPresent();
    }

    /** The unit of time that is meant: `sec` means `s`. */
    static Optional<String> time(String word) {
        return Optional.ofNullable(TIME.get(word.toLowerCase(Locale.ROOT)));
    }

    /** The unit of size that is meant: `gb` means `GB`. */
    static Optional<String> size(String word) {
        return Optional.ofNullable(SIZE.get(word.toLowerCase(Locale.ROOT)));
    }

    static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    static long bytes(String unit) {
        var step = unit.endsWith("iB") ? 1024L : 1000L;
        return switch (unit.charAt(0)) {
            case 'B' -> 1;
            case 'k', 'K' -> step;
            case 'M' -> step * step;
            case 'G' -> step * step * step;
            case 'T' -> step * step * step * step;
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
