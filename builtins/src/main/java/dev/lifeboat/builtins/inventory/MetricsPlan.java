package dev.lifeboat.builtins.inventory;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where figures come from.
 *
 * @param web       the way to Prometheus; without an address there is none
 * @param queries   what Prometheus is asked, by the name of the figure
 * @param baseline  how long ago everything was as it should be
 * @param baselines what a figure should be, where nobody has measured it
 */
public record MetricsPlan(WebAccess web, SequencedMap<String, Query> queries, Optional<Duration> baseline,
        SequencedMap<String, BigDecimal> baselines) {
    public static final MetricsPlan NONE = new MetricsPlan(WebAccess.NONE, new LinkedHashMap<>(), Optional.empty(),
            new LinkedHashMap<>());

    /** @param unit for people: {@code orders/s}; empty where the figure has none */
    public record Query(String promql, String unit) {}
}
