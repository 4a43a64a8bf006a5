package dev.lifeboat.builtins.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whoever measures the estate from outside, such as Prometheus. */
public interface Metrics {
    /** The only one there is. */
    String NAME = "metrics";

    String name();

    /** @param query as the inventory names it */
    Figure value(String query);

    /** What it was when everything was as it should be. */
    Figure baseline(String query);

    /** @param unit for people; empty where it has none */
    record Figure(BigDecimal value, String unit) {
        /** As it is told. */
        public String told() {
            BigDecimal shown = value.scale() > 3 ? value.setScale(3, RoundingMode.HALF_UP) : value;
            return (shown.stripTrailingZeros().toPlainString() + " " + unit).strip();
        }
    }
}
