package dev.lifeboat.builtins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.endpoint.EndpointBuiltins;
import dev.lifeboat.builtins.endpoint.EndpointInverses;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.host.HostBuiltins;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointAndHostTest {
    private final FakeEstate estate = new FakeEstate();
    private final EndpointBuiltins endpoints = new EndpointBuiltins();
    private final HostBuiltins hosts = new HostBuiltins();

    @Test
    void anEndpointIsSwitchedToAServerThatTakesWrites() {
        estate.db2.readOnly = ReadOnly.WRITABLE;

        endpoints.switchTo(estate.call, estate.orders, estate.db2);
        endpoints.switchTo(estate.call, estate.orders, estate.db2);

        assertThat(estate.orders.targets).containsExactly("db2");
        assertThat(estate.call.inverses).containsExactly("endpoint.restore[[db1]]");
        assertThat(endpoints.acceptsWrites(estate.call, estate.orders)).isTrue();
    }

    @Test
    void aReadOnlyServerIsNoTarget() {
        assertThatThrownBy(() -> endpoints.switchTo(estate.call, estate.orders, estate.db2))
                .isInstanceOf(Failure.class).hasMessageContaining("that server is read-only");
        assertThat(estate.orders.targets).containsExactly("db1");
    }

    @Test
    void anEndpointThatDoesNotObeyIsToldSo() {
        estate.orders.obeys = false;

        assertThatThrownBy(() -> endpoints.remove(estate.call, estate.orders, estate.db1)).isInstanceOf(Failure.class)
                .hasMessage("Endpoint `orders-db` was told to lead to none, and it does not: orders-db says db1.");
    }

    @Test
    void aSwitchIsNotBelievedUntilAWriteGetsThere() {
        estate.db2.readOnly = ReadOnly.WRITABLE;
        estate.orders.writer = Optional.of(FakeMySqlServer.uuidOf("db1"));

        assertThatThrownBy(() -> endpoints.switchTo(estate.call, estate.orders, estate.db2)).isInstanceOf(Failure.class)
                .hasMessage(
                        "Endpoint `orders-db` was sent to `db2`, but a write through it was taken by the server with "
                                + "server_uuid " + FakeMySqlServer.uuidOf("db1") + ".")
                .extracting(failure -> ((Failure) failure).outcome()).isEqualTo(Failure.Outcome.UNKNOWN);
        assertThat(estate.call.inverses).containsExactly("endpoint.restore[[db1]]");
    }

    @Test
    void aServerThatDoesNotAnswerDoesNotHoldASwitchUp() {
        estate.db2.readOnly = ReadOnly.WRITABLE;
        estate.db1.answer = Answer.SILENT;
        endpoints.switchTo(estate.call, estate.orders, estate.db2);

        assertThat(estate.call.done).contains("orders-db: a write through it was taken by db2",
                "db1: does not answer: what the application has open there was not ended");
    }

    @Test
    void aServerThatStillGetsWritesHasNotBeenTakenOut() {
        estate.orders.targets = List.of("db1", "db2");
        estate.orders.writer = Optional.of(FakeMySqlServer.uuidOf("db1"));

        assertThatThrownBy(() -> endpoints.remove(estate.call, estate.orders, estate.db1)).isInstanceOf(Failure.class)
                .hasMessage(
                        "`db1` was taken out of endpoint `orders-db`, but a write through it was still taken by it.");
    }

    @Test
    void aDrainedEndpointLeadsNowhereAndIsPutBack() {
        endpoints.drain(estate.call, estate.orders);

        assertThat(estate.orders.targets).isEmpty();
        assertThat(estate.call.inverses).containsExactly("endpoint.restore[[db1]]");
        assertThat(estate.call.done).contains("orders-db: leads to none (before: db1)");
        new EndpointInverses().restore(estate.call, estate.orders, List.of("db1"));
        assertThat(estate.orders.targets).containsExactly("db1");
    }

    @Test
    void whoTookAWriteIsInTheTimeline() {
        assertThat(endpoints.acceptsWrites(estate.call, estate.orders)).isTrue();
        assertThat(estate.call.done)
                .containsExactly("orders-db: a write went through, taken by the server with server_uuid "
                        + FakeMySqlServer.uuidOf("db1"));
    }

    @Test
    void aServiceIsStartedAndTheInverseStopsIt() {
        hosts.startService(estate.call, estate.host1, "web");
        hosts.startService(estate.call, estate.host1, "web");

        assertThat(estate.host1.calls).containsExactly("start");
        assertThat(estate.call.inverses).containsExactly("host.stop_again[web]");
    }

    @Test
    void aRestartPutsBackWhatWasFound() {
        estate.host1.state = ServiceState.RUNNING;

        hosts.restartService(estate.call, estate.host1, "web");

        assertThat(estate.host1.calls).containsExactly("stop", "start");
        assertThat(estate.call.inverses).containsExactly("host.start_again[web]");
    }

    @Test
    void mySqlIsStartedFencedOrNotAtAll() {
        assertThatThrownBy(() -> hosts.startService(estate.call, estate.host1, "mysql")).isInstanceOf(Failure.class)
                .extracting(failure -> ((Failure) failure).hint()).isEqualTo("Use `mysql.start_fenced`.");
        assertThat(estate.host1.calls).isEmpty();
    }
}
