package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.simulator.model.Application;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A proxy that believes what {@code read_only} says leads to each server that is writable, to two as well (fault 17), until one is taken out. */
class SimBeliefTest {
    private final Simulation simulation = Stories.play("""
            start_run: 5s
            application: {endpoint: orders-db, writes_per_second: 20}
            endpoints: {orders-db: {believes: read_only, looks_every: 1500ms}}
            """);
    private final Endpoint orders = Stories.endpoint(simulation);

    @Test
    void twoWritableServersBothGetWrites() {
        Stories.server(simulation, "db2").setReadOnly(ReadOnly.WRITABLE);
        pass(Duration.ofSeconds(10));

        assertThat(orders.targets()).containsExactly("db1", "db2");
        assertThat(ordersOnlyOn("db2")).isPositive();
    }

    @Test
    void whatWasTakenOutIsNotBroughtBack() {
        Stories.server(simulation, "db2").setReadOnly(ReadOnly.WRITABLE);
        pass(Duration.ofSeconds(3));
        orders.switchTo("db2");
        pass(Duration.ofSeconds(10));

        assertThat(orders.targets()).containsExactly("db2");
    }

    @Test
    void aServerThatBecomesReadOnlyGetsNoWrites() {
        Stories.server(simulation, "db1").setReadOnly(ReadOnly.FENCED);
        pass(Duration.ofSeconds(3));

        assertThat(orders.targets()).isEmpty();
    }

    private void pass(Duration time) {
        simulation.clock().sleep(time);
        simulation.model().catchUp();
    }

    private long ordersOnlyOn(String name) {
        var here = simulation.model().server(name).orElseThrow().rows().table(Application.TABLE);
        var primary = simulation.model().server("db1").orElseThrow().rows().table(Application.TABLE);
        return here.entrySet().stream().filter(row -> !row.getValue().equals(primary.get(row.getKey()))).count();
    }
}
