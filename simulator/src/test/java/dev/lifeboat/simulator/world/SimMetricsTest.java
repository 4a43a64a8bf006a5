package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.metrics.Metrics;
import dev.lifeboat.interpreter.builtin.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Figures of a dry run are what the scenario says they are, or what the application of the model gets done. */
class SimMetricsTest {
    private static final String INVENTORY = """
            environment: lab
            clusters: {shop: {primary: db1, servers: {db1: {address: "db1:3306", login: dba}}}}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            endpoints: {orders: {kind: file, path: primary, login: dba}}
            metrics:
              prometheus: https://prometheus.example.net
              queries: {orders: {query: "sum(rate(orders_total[1m]))", unit: orders/s}, latency: "latency", other: "up"}
              baseline: 7d
            """;
    private final Simulation simulation = Stories.simulation(INVENTORY, """
            application: {endpoint: orders, writes_per_second: 50}
            metrics: {orders: writes, latency: {value: 0.25}}
            start_run: 2m
            """);

    private Metrics metrics() {
        return simulation.ports().find(Metrics.class, Metrics.NAME).orElseThrow();
    }

    @Test
    void writesAreThoseOfTheApplication() {
        assertThat(metrics().value("orders").value().doubleValue()).isBetween(45.0, 55.0);
        assertThat(metrics().value("orders").unit()).isEqualTo("orders/s");
        assertThat(metrics().baseline("orders").value()).isEqualByComparingTo("50");

        simulation.model().change(() -> simulation.model().server("db1").orElseThrow().stop());
        simulation.clock().sleep(Duration.ofMinutes(2));
        assertThat(metrics().value("orders").value()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void whatTheScenarioSaysIsSo() {
        assertThat(metrics().value("latency").value()).isEqualByComparingTo("0.25");
    }

    @Test
    void whatItDoesNotSayIsNotModelled() {
        assertThatThrownBy(() -> metrics().value("other")).isInstanceOf(Failure.class)
                .hasMessageStartingWith("Not modelled");
        assertThatThrownBy(() -> metrics().baseline("latency")).isInstanceOf(Failure.class)
                .hasMessageStartingWith("Not modelled");
        assertThat(simulation.notModelled()).hasSize(2);
    }

    @Test
    void whatTheInventoryDoesNotHaveIsNoFigure() {
        assertThatThrownBy(() -> metrics().value("nothing")).isInstanceOf(Failure.class)
                .hasMessage("There is no figure `nothing`.");
    }
}
