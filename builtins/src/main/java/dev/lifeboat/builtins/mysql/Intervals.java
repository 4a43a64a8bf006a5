package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.GtidSet.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arithmetic of sorted, disjoint intervals of whole numbers. */
final class Intervals {
    private Intervals() {}

    static List<Interval> union(List<Interval> left, List<Interval> right) {
        List<Interval> result = new ArrayList<>();
        Stream.concat(left.stream(), right.stream()).sorted(Comparator.comparingLong(Interval::first))
                .forEach(next -> append(result, next));
        return List.copyOf(result);
    }

    private static void append(List<Interval> result, Interval next) {
        if (!result.isEmpty() && next.first() <= result.getLast().last() + 1) {
            Interval last = result.removeLast();
            result.add(new Interval(last.first(), Math.max(last.last(), next.last())));
        } else {
            result.add(next);
        }
    }

    static List<Interval> subtract(List<Interval> from, List<Interval> what) {
        List<Interval> rest = from;
        for (Interval hole : what) {
            rest = rest.stream().flatMap(interval -> cut(interval, hole)).toList();
        }
        return rest;
    }

    private static Stream<Interval> cut(Interval interval, Interval hole) {
        if (hole.last() < interval.first() || hole.first() > interval.last()) {
            return Stream.of(interval);
        }
        Stream.Builder<Interval> parts = Stream.builder();
        if (interval.first() < hole.first()) {
            parts.add(new Interval(interval.first(), hole.first() - 1));
        }
        if (hole.last() < interval.last()) {
            parts.add(new Interval(hole.last() + 1, interval.last()));
        }
        return parts.build();
    }

    static String text(List<Interval> intervals) {
        return intervals.stream().map(i -> ":" + (i.first() == i.last() ? i.first() : i.first() + "-" + i.last()))
                .collect(Collectors.joining());
    }
}
