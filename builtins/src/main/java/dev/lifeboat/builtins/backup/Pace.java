package dev.lifeboat.builtins.backup;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How quick one part of a recovery is: as its drills were, or as it is assumed to be where there were none.
 *
 * @param slowest of what is done, in a second: bytes, or transactions
 */
record Pace(Kind kind, double slowest, double usual, double quickest, boolean measured) {
    private static final double MOST_OF_AN_ASSUMPTION = 3;

    /** Part of a recovery, with what is assumed of it: slow disks, two cores. */
    enum Kind {
        VERIFY(drill -> drill.stored().bytes(), Drill::verified, 50e6, "reading 50 MB a second is assumed"),
        LOAD(drill -> drill.size().bytes(), Drill::loaded, 5.7e6, "loading 5.7 MB of SQL a second is assumed"),
        APPLY(Drill::transactions, Drill::applied, 500, "applying 500 transactions a second is assumed");

        private final ToLongFunction<Drill> amount;
        private final Function<Drill, Duration> took;
        private final double assumed;
        private final String assumption;

        Kind(ToLongFunction<Drill> amount, Function<Drill, Duration> took, double assumed, String assumption) {
            this.amount = amount;
            this.took = took;
            this.assumed = assumed;
            this.assumption = assumption;
        }
    }

    /** How long something takes. */
    record Span(Duration least, Duration usual, Duration most) {
        Span plus(Span other) {
            return new Span(least.plus(other.least), usual.plus(other.usual), most.plus(other.most));
        }
    }

    static Pace of(Kind kind, List<Drill> drills) {
        List<Double> rates = drills.stream().filter(drill -> kind.amount.applyAsLong(drill) > 0)
                .map(drill -> kind.amount.applyAsLong(drill) * 1000.0
                        / Math.max(1, kind.took.apply(drill).toMillis()))
                .sorted().toList();
        return rates.isEmpty()
                ? new Pace(kind, kind.assumed / MOST_OF_AN_ASSUMPTION, kind.assumed,
                        kind.assumed * MOST_OF_AN_ASSUMPTION, false)
                : new Pace(kind, rates.getFirst(), rates.get(rates.size() / 2), rates.getLast(), true);
    }

    Span of(long amount) {
        return new Span(at(quickest, amount), at(usual, amount), at(slowest, amount));
    }

    private static Duration at(double rate, long amount) {
        return Duration.ofMillis(Math.round(amount * 1000.0 / rate));
    }

    String assumption() {
        return kind.assumption;
    }
}
