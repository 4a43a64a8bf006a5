package dev.lifeboat.builtins.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.RealPorts;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.metrics.Metrics.Figure;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of what Prometheus answers, and of what it should not. */
class PrometheusMetricsTest {
    private PrometheusLike prometheus;

    @BeforeEach
    void start() throws IOException {
        prometheus = new PrometheusLike();
    }

    @AfterEach
    void end() {
        prometheus.close();
    }

    private Metrics metrics() {
        Parsed<Inventory> read = InventoryReader.read(Source.of("inventory.yaml", """
                environment: lab
                metrics:
                  prometheus: %s/
                  queries:
                    orders: {query: 'sum(rate(orders_total{shop="a b"}[2m]))', unit: orders/s}
                    plain: up
                  baseline: 7d
                """.formatted(prometheus.url())));
        assertThat(read.diagnostics()).isEmpty();
        Path here = Path.of("");
        return new RealPorts(read.tree().orElseThrow(), here,
                new Secrets(here, Map.of(), text -> Optional.empty(), warning -> {}), new SystemClock())
                .find(Metrics.class, Metrics.NAME).orElseThrow();
    }

    private Failure failure() {
        return catchThrowableOfType(Failure.class, () -> metrics().value("plain"));
    }

    @Test
    void oneSeriesIsAFigureWithItsUnit() {
        prometheus.saysVector("118.25");

        assertThat(metrics().value("orders")).isEqualTo(new Figure(new BigDecimal("118.25"), "orders/s"));
        assertThat(prometheus.asked).containsExactly("GET query=sum(rate(orders_total{shop=\"a+b\"}[2m]))");
    }

    @Test
    void aScalarIsAFigureToo() {
        prometheus.says(200, """
                {"status": "success", "data": {"resultType": "scalar", "result": [1435781451.781, "1e3"]}}""");

        assertThat(metrics().value("plain").value()).isEqualByComparingTo("1000");
    }

    @Test
    void theBaselineIsAskedForTheMomentInThePast() {
        prometheus.saysVector("120");
        assertThat(metrics().baseline("plain").value()).isEqualByComparingTo("120");

        String asked = prometheus.asked.getFirst();
        assertThat(asked).startsWith("GET query=up&time=");
        Instant at = Instant.ofEpochSecond(Long.parseLong(asked.replaceFirst(".*time=", "")));
        assertThat(at).isBetween(Instant.now().minusSeconds(7 * 86_400 + 60),
                Instant.now().minusSeconds(7 * 86_400 - 60));
    }

    @Test
    void noDataIsToldWithTheQuery() {
        prometheus.saysVector();

        assertThat(failure()).hasMessage("Figure `plain` (`up`) has no data.");
    }

    @Test
    void severalSeriesAreNoFigure() {
        prometheus.saysVector("1", "2");

        assertThat(failure()).hasMessage("Figure `plain` (`up`) answers with 2 series, and one number is wanted.");
        assertThat(failure().evidence()).containsExactly("{\"instance\":\"shop-1\"}", "{\"instance\":\"shop-2\"}");
        assertThat(failure().hint()).contains("`sum(…)`");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "+Inf", "-Inf"})
    void whatIsNoNumberIsNoFigure(String value) {
        prometheus.saysVector(value);

        assertThat(failure()).hasMessageContaining("answers `" + value + "`, which is no number to compare with");
    }

    @Test
    void aQueryThatPrometheusRefusesIsToldWithItsReason() {
        prometheus.says(400, """
                {"status": "error", "errorType": "bad_data", "error": "1:3: parse error: unexpected end of input"}""");

        assertThat(failure()).hasMessage("Figure `plain` (`up`) was refused by Prometheus: "
                + "bad_data: 1:3: parse error: unexpected end of input.");
    }

    @Test
    void aRangeIsNoFigure() {
        prometheus.says(200, """
                {"status": "success", "data": {"resultType": "matrix", "result": []}}""");

        assertThat(failure()).hasMessageContaining("answers with a range");
    }

    @ParameterizedTest
    @CsvSource({"503, <html>Bad gateway</html>", "200, {\"status\": \"success\"", "200, {}", "200, ''",
            "200, {\"status\": \"success\"}", "404, not found"})
    void whatIsNoAnswerOfPrometheusIsQuoted(int status, String body) {
        prometheus.says(status, body);

        assertThat(failure())
                .hasMessageContaining("was answered with something that is no answer of Prometheus: status "
                        + status);
        assertThat(failure().hint()).contains("`prometheus:`");
    }

    @Test
    void whoeverDoesNotAnswerIsNamed() {
        prometheus.close();

        assertThat(failure()).hasMessageContaining("nothing answers there");
    }

    @Test
    void aFigureThatTheInventoryDoesNotHaveIsToldWithThoseThatThereAre() {
        Failure failure = catchThrowableOfType(Failure.class, () -> metrics().value("ordres"));

        assertThat(failure).hasMessage("There is no figure `ordres`.");
        assertThat(failure.hint()).startsWith("Known are `orders`, `plain`, `statements_per_second`");
    }
}
