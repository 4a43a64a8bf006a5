package dev.lifeboat.builtins.metrics;

import dev.lifeboat.builtins.inventory.MetricsPlan;
import dev.lifeboat.builtins.inventory.MetricsPlan.Query;
import dev.lifeboat.builtins.steering.WebAnswer;
import dev.lifeboat.builtins.steering.WebClient;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prometheus, asked over HTTP for what queries answer at one moment ({@code /api/v1/query}). */
public final class PrometheusMetrics implements Metrics {
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    private static final int SHOWN_SERIES = 5;
    private final MetricsPlan plan;
    private final WebClient web;
    private final Clock clock;

    public PrometheusMetrics(MetricsPlan plan, WebClient web, Clock clock) {
        this.plan = plan;
        this.web = web;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Figure value(String query) {
        return figure(query, Optional.empty());
    }

    @Override
    public Figure baseline(String query) {
        Duration ago = plan.baseline().orElseThrow(() -> MetricsGaps.noBaseline(query));
        return figure(query, Optional.of(clock.now().minus(ago)));
    }

    private Figure figure(String name, Optional<Instant> at) {
        Query query = MetricsGaps.declared(plan, name);
        String time = at.map(moment -> "&time=" + moment.getEpochSecond()).orElse("");
        WebAnswer answer = web.send(
                "GET /api/v1/query?query=" + URLEncoder.encode(query.promql(), StandardCharsets.UTF_8) + time,
                TO_ANSWER);
        return new Figure(value(name, query, answer, at), query.unit());
    }

    private static BigDecimal value(String name, Query query, WebAnswer answer, Optional<Instant> at) {
        PrometheusAnswer read = PrometheusAnswer.read(answer);
        return switch (read) {
            case PrometheusAnswer.Values(List<PrometheusAnswer.Series> series) when series.size() == 1 ->
                finite(name, query, series.getFirst().value());
            case PrometheusAnswer.Values(List<PrometheusAnswer.Series> series) when series.isEmpty() ->
                throw failed(name, query, "has no data" + at.map(time -> " of " + time).orElse(""),
                        "Look whether it is still measured, and whether Prometheus keeps it that long.");
            case PrometheusAnswer.Values(List<PrometheusAnswer.Series> series) ->
                throw failed(name, query, "answers with " + series.size() + " series, and one number is wanted",
                        "Sum them up in the inventory: `sum(…)`.")
                        .evidence(series.stream().limit(SHOWN_SERIES).map(PrometheusAnswer.Series::labels).toList());
            case PrometheusAnswer.Refused(String why) ->
                throw failed(name, query, "was refused by Prometheus: " + why, "Try the query in Prometheus itself.");
            case PrometheusAnswer.Unreadable(String why) -> throw failed(name, query,
                    "was answered with something that is no answer of Prometheus: " + why,
                    "Look whether `prometheus:` of the inventory is the address of a Prometheus.");
        };
    }

    /** {@code NaN} is what a division by nothing answers. */
    private static BigDecimal finite(String name, Query query, String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException notFinite) {
            throw failed(name, query, "answers `" + value + "`, which is no number to compare with",
                    "Nothing may have been measured: look at it in Prometheus.");
        }
    }

    private static Failure failed(String name, Query query, String why, String hint) {
        return Failure.of("Figure `" + name + "` (`" + query.promql() + "`) " + why + ".").hint(hint);
    }
}
