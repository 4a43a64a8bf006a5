package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.Map;
import java.util.TreeMap;

/** A GTID set that grows by one transaction at a time, at no more cost than that. */
final class Gtids {
    /** For each source the intervals, last by first number; apart from each other and none empty. */
    private final TreeMap<String, TreeMap<Long, Long>> sources = new TreeMap<>();

    void add(String source, long number) {
        add(source, number, number);
    }

    void addAll(GtidSet set) {
        set.sources().forEach(source -> set.intervals(source)
                .forEach(interval -> add(source, interval.first(), interval.last())));
    }

    private void add(String source, long first, long last) {
        TreeMap<Long, Long> intervals = sources.computeIfAbsent(source, key -> new TreeMap<>());
        long from = first;
        long to = last;
        for (Map.Entry<Long, Long> near = intervals.floorEntry(to + 1); near != null
                && near.getValue() >= from - 1; near = intervals.floorEntry(to + 1)) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            intervals.remove(near.getKey());
        }
        intervals.put(from, to);
    }

    boolean contains(String source, long number) {
        TreeMap<Long, Long> intervals = sources.get(source);
        Map.Entry<Long, Long> near = intervals == null ? null : intervals.floorEntry(number);
        return near != null && near.getValue() >= number;
    }

    boolean contains(Transaction transaction) {
        return contains(transaction.source(), transaction.number());
    }

    void add(Transaction transaction) {
        add(transaction.source(), transaction.number());
    }

    /** The highest number of {@code source}; 0 where it has none. */
    long last(String source) {
        TreeMap<Long, Long> intervals = sources.get(source);
        return intervals == null ? 0 : intervals.lastEntry().getValue();
    }

    void clear() {
        sources.clear();
    }

    GtidSet set() {
        GtidSet set = GtidSet.EMPTY;
        for (Map.Entry<String, TreeMap<Long, Long>> source : sources.entrySet()) {
            for (Map.Entry<Long, Long> interval : source.getValue().entrySet()) {
                set = set.union(GtidSet.of(source.getKey(), interval.getKey(), interval.getValue()));
            }
        }
        return set;
    }
}
