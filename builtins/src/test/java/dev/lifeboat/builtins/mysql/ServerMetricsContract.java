package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.mysql.ServerMetrics.Counters;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ServerMetrics} does, errors included, on the servers of {@link GivenServers}. */
public abstract class ServerMetricsContract {
    private static final int ORDERS = 20;

    public abstract GivenServers given();

    /** Of a server of {@link #given}. */
    public abstract ServerMetrics metrics(String server);

    @Test
    void writesAreCounted() {
        Counters before = metrics("db1").counters();
        for (int i = 0; i < ORDERS; i++) {
            assertThat(given().order("db1")).isZero();
        }
        Counters after = metrics("db1").counters();

        assertThat(after.at()).isAfter(before.at());
        assertThat(after.writes() - before.writes()).isBetween((long) ORDERS, ORDERS + 10L);
        assertThat(after.statements() - before.statements()).isGreaterThanOrEqualTo(ORDERS);
    }

    @Test
    void statementsAreTimed() {
        Counters before = metrics("db1").counters();
        for (int i = 0; i < ORDERS; i++) {
            given().order("db1");
        }
        Counters after = metrics("db1").counters();

        assertThat(after.timed() - before.timed()).isGreaterThanOrEqualTo(ORDERS);
        assertThat(ServerFigure.STATEMENT_LATENCY.between(before, after).doubleValue()).isBetween(0.000_001, 1.0);
        assertThat(ServerFigure.WRITES_PER_SECOND.between(before, after).signum()).isPositive();
    }

    @Test
    void aServerThatIsGoneIsNamed() {
        given().kill("db2");
        try {
            Failure failure = given().clock().within(Duration.ofSeconds(20),
                    () -> catchThrowableOfType(Failure.class, () -> metrics("db2").counters()));
            assertThat(failure).hasMessageContaining("`db2`");
        } finally {
            given().start("db2");
        }
    }
}
