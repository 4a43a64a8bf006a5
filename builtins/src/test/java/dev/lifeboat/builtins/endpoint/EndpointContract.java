package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link Endpoint} does, errors included. A subclass brings endpoint and servers, well and anew for each test. */
public abstract class EndpointContract {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    public abstract GivenEndpoint given();

    final Endpoint orders() {
        return given().endpoint();
    }

    @Test
    void leadsToTheServerThatTakesTheWrites() {
        assertThat(orders().targets()).containsExactly("db1");
        PathProbe probe = orders().probeWrite(LIMIT);

        assertThat(probe.accepted()).isTrue();
        assertThat(probe.serverUuid()).contains(uuid("db1"));
        assertThat(probe.detail()).isNotEmpty();
    }

    @Test
    void isSwitchedToAnotherServer() {
        given().server("db2").setReadOnly(ReadOnly.WRITABLE);
        orders().switchTo("db2");

        assertThat(orders().targets()).containsExactly("db2");
        assertThat(orders().probeWrite(LIMIT).serverUuid()).contains(uuid("db2"));
    }

    @Test
    void switchingAgainChangesNothing() {
        orders().switchTo("db1");
        orders().switchTo("db1");

        assertThat(orders().targets()).containsExactly("db1");
        assertThat(orders().probeWrite(LIMIT).accepted()).isTrue();
    }

    @Test
    void withoutItsOnlyServerItLeadsNowhere() {
        orders().remove("db1");
        assertThat(orders().targets()).isEmpty();
        PathProbe probe = orders().probeWrite(LIMIT);

        assertThat(probe.accepted()).isFalse();
        assertThat(probe.serverUuid()).isEmpty();
        assertThat(probe.detail()).isNotEmpty();
    }

    @Test
    void removingAServerToWhichItDoesNotLeadChangesNothing() {
        orders().remove("db2");
        assertThat(orders().targets()).containsExactly("db1");

        orders().remove("db1");
        orders().remove("db1");
        assertThat(orders().targets()).isEmpty();
    }

    @Test
    void isRestoredExactly() {
        for (List<String> targets : List.of(List.of("db2"), List.<String>of(), List.of("db1", "db2"),
                List.of("db1"))) {
            if (targets.size() > 1 && !given().leadsToSeveral()) {
                continue;
            }
            orders().restore(targets);
            assertThat(orders().targets()).containsExactlyElementsOf(targets);
        }
        assertThat(orders().probeWrite(LIMIT).accepted()).isTrue();
    }

    @Test
    void aDrainedOneLetsNobodyInAndCanBeSwitchedAgain() {
        orders().drain();
        assertThat(orders().targets()).isEmpty();
        assertThat(orders().leadsNowhere()).isEqualTo(Seen.DONE);
        assertThat(orders().probeWrite(LIMIT).accepted()).isFalse();
        orders().drain();

        orders().restore(List.of("db1"));
        assertThat(orders().probeWrite(LIMIT).serverUuid()).contains(uuid("db1"));
    }

    @Test
    void doesNotKnowAServerThatIsNotThere() {
        for (Runnable call : List.<Runnable>of(() -> orders().switchTo("db9"), () -> orders().remove("db9"),
                () -> orders().restore(List.of("db2", "db9")))) {
            Failure failure = catchThrowableOfType(Failure.class, call::run);
            assertThat(failure).hasMessageContaining("`orders`").hasMessageContaining("no server `db9`");
            assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
            assertThat(orders().targets()).containsExactly("db1");
        }
    }

    @Test
    void aServerThatTakesNoWritesIsToldWithItsError() {
        orders().switchTo("db2");
        PathProbe probe = orders().probeWrite(LIMIT);

        assertThat(probe.accepted()).isFalse();
        assertThat(probe.serverUuid()).isEmpty();
        assertThat(probe.detail()).contains("error 1290");
        given().server("db1").setReadOnly(ReadOnly.FENCED);
        orders().switchTo("db1");
        assertThat(orders().probeWrite(LIMIT).detail()).contains("error 1290");
    }

    @Test
    void aKilledServerTakesNoWrites() {
        given().kill("db1");

        assertThat(orders().targets()).as("it is not the endpoint that decides").containsExactly("db1");
        assertThat(orders().probeWrite(LIMIT).accepted()).isFalse();
    }

    @Test
    void aFrozenServerTakesNoWrites() {
        given().freeze("db1");

        assertThat(orders().probeWrite(LIMIT).accepted()).isFalse();
    }

    private String uuid(String server) {
        return given().server(server).state().identity().uuid();
    }
}
