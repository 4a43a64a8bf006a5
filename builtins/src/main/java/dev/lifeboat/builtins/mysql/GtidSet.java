package dev.lifeboat.builtins.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A set of global transaction identifiers: for each source (a {@code server_uuid}, or {@code uuid:tag}) the intervals of transaction numbers. Immutable,
 * always in normal form: intervals sorted, apart, and none empty. Text form as MySQL writes it (manual, "GTID Sets"), tags included.
 */
public final class GtidSet {
    public static final GtidSet EMPTY = new GtidSet(new TreeMap<>());
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Up to 18 digits, so that it always fits a long; MySQL numbers no further than 2^63 - 2. */
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");
    private static final Pattern TAG = Pattern.compile("[a-z_][a-z0-9_]{0,31}");

    private final SortedMap<String, List<Interval>> sources;

    private GtidSet(SortedMap<String, List<Interval>> sources) {
        this.sources = Collections.unmodifiableSortedMap(sources);
    }

    /** Numbers {@code first} to {@code last}, both included. */
    public record Interval(long first, long last) {
        public Interval {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException(
                        "`" + first + "-" + last + "` is no interval of transaction numbers.");
            }
        }
    }

    /** @throws IllegalArgumentException where the text is no GTID set; the message says what is wrong with it */
    public static GtidSet parse(String text) {
        TreeMap<String, List<Interval>> sources = new TreeMap<>();
        for (String part : text.replaceAll("\\s", "").toLowerCase(Locale.ROOT).split(",")) {
            if (!part.isEmpty()) {
                parseSource(part, sources);
            }
        }
        return new GtidSet(sources);
    }

    /** The one transaction {@code number} of {@code source}. */
    public static GtidSet of(String source, long number) {
        return of(source, number, number);
    }

    public static GtidSet of(String source, long first, long last) {
        TreeMap<String, List<Interval>> sources = new TreeMap<>();
        sources.put(source, List.of(new Interval(first, last)));
        return new GtidSet(sources);
    }

    private static void parseSource(String part, TreeMap<String, List<Interval>> sources) {
        String[] fields = part.split(":", -1);
        if (!UUID.matcher(fields[0]).matches() || !INTERVAL.matcher(fields[fields.length - 1]).matches()) {
            throw new IllegalArgumentException("`" + part + "` is no GTID set: expected `server_uuid:first-last`.");
        }
        String source = fields[0];
        for (int i = 1; i < fields.length; i++) {
            if (TAG.matcher(fields[i]).matches()) {
                source = fields[0] + ":" + fields[i];
            } else {
                sources.merge(source, List.of(parseInterval(fields[i])), Intervals::union);
            }
        }
    }

    private static Interval parseInterval(String text) {
        Matcher interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            throw new IllegalArgumentException("`" + text + "` is no interval of transaction numbers.");
        }
        long first = Long.parseLong(interval.group(1));
        return new Interval(first, interval.group(2) == null ? first : Long.parseLong(interval.group(2)));
    }

    public GtidSet union(GtidSet other) {
        TreeMap<String, List<Interval>> result = new TreeMap<>(sources);
        other.sources.forEach((source, intervals) -> result.merge(source, intervals, Intervals::union));
        return new GtidSet(result);
    }

    /** What is here and not in {@code other}. */
    public GtidSet subtract(GtidSet other) {
        TreeMap<String, List<Interval>> result = new TreeMap<>();
        sources.forEach((source, intervals) -> {
            List<Interval> rest = Intervals.subtract(intervals, other.sources.getOrDefault(source, List.of()));
            if (!rest.isEmpty()) {
                result.put(source, rest);
            }
        });
        return new GtidSet(result);
    }

    public GtidSet intersect(GtidSet other) {
        return subtract(subtract(other));
    }

    public boolean contains(GtidSet other) {
        return other.subtract(this).isEmpty();
    }

    public boolean isEmpty() {
        return sources.isEmpty();
    }

    /** How many transactions. */
    public long count() {
        return sources.values().stream().flatMap(List::stream).mapToLong(i -> i.last() - i.first() + 1).sum();
    }

    /** Each transaction as a set of its own, source by source, in their order. */
    public Stream<GtidSet> each() {
        return sources.entrySet().stream().flatMap(source -> source.getValue().stream()
                .flatMapToLong(interval -> LongStream.rangeClosed(interval.first(), interval.last()))
                .mapToObj(number -> of(source.getKey(), number)));
    }

    /** The sources, {@code uuid} or {@code uuid:tag}. */
    public List<String> sources() {
        return List.copyOf(sources.keySet());
    }

    /** The part of this set that one {@code server_uuid} wrote, under all its tags. */
    public GtidSet from(String uuid) {
        TreeMap<String, List<Interval>> result = new TreeMap<>();
        sources.forEach((source, intervals) -> {
            if (source.equals(uuid) || source.startsWith(uuid + ":")) {
                result.put(source, intervals);
            }
        });
        return new GtidSet(result);
    }

    /** The highest number of {@code source}; 0 where it has none. */
    public long last(String source) {
        List<Interval> intervals = sources.getOrDefault(source, List.of());
        return intervals.isEmpty() ? 0 : intervals.getLast().last();
    }

    public List<Interval> intervals(String source) {
        return List.copyOf(sources.getOrDefault(source, new ArrayList<>()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GtidSet set && sources.equals(set.sources);
    }

    @Override
    public int hashCode() {
        return sources.hashCode();
    }

    @Override
    public String toString() {
        return sources.entrySet().stream().map(entry -> entry.getKey() + Intervals.text(entry.getValue()))
                .collect(Collectors.joining(","));
    }
}
