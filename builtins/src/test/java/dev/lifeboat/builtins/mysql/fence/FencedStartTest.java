package dev.lifeboat.builtins.mysql.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FencedStartTest {
    private static final ReadOnly PERSISTED_OFF = new ReadOnly(true, true, Optional.of(false), Optional.of(false));
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void stopped() {
        estate.db1.answer = Answer.REFUSED;
        estate.host1.onFencedStart = () -> comesUp(PERSISTED_OFF);
        estate.host1.onStart = () -> comesUp(estate.db1.readOnly);
    }

    private void comesUp(ReadOnly readOnly) {
        estate.db1.answer = Answer.ANSWERED;
        estate.db1.readOnly = readOnly;
    }

    private void start() {
        new MySqlChanges(estate.inventory()).startFenced(estate.call, estate.db1);
    }

    @Test
    void theFenceIsPersistedAndProvenByAnOrdinaryRestart() {
        start();

        assertThat(estate.host1.calls).containsExactly("start fenced", "stop", "start");
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.db1.skipReplicaStart).isTrue();
        assertThat(estate.call.inverses).containsExactly("mysql.stop_again[]");
    }

    @Test
    void oneThatComesUpWritableIsKilledAtOnce() {
        estate.host1.onFencedStart = () -> comesUp(ReadOnly.WRITABLE);

        assertThatThrownBy(this::start).isInstanceOf(Failure.class)
                .hasMessage("`db1` was started fenced and came up writable: it was killed at once.");
        assertThat(estate.host1.calls).containsExactly("start fenced", "kill");
        assertThat(estate.db1.calls).isEmpty();
    }

    @Test
    void oneThatComesBackWritableFromTheRestartIsKilledAtOnce() {
        estate.host1.onStart = () -> comesUp(ReadOnly.WRITABLE);

        assertThatThrownBy(this::start).isInstanceOf(Failure.class).hasMessageContaining("came back writable");
        assertThat(estate.host1.calls).endsWith("start", "kill");
    }

    @Test
    void oneThatEndsByItselfIsToldAndNotWaitedFor() {
        estate.host1.onFencedStart = () -> estate.host1.state = ServiceState.STOPPED;

        assertThatThrownBy(this::start).isInstanceOf(Failure.class)
                .hasMessage("`db1` was started and ended by itself: REFUSED.");
    }

    @Test
    void aProcessThatSomebodyElseStartedIsNotTrusted() {
        estate.host1.state = ServiceState.RUNNING;

        assertThatThrownBy(this::start).isInstanceOf(Failure.class)
                .hasMessage("MySQL runs on host `host1` and does not answer; this run did not start it.");
    }

    @Test
    void aStartOfThisRunThatWasCutOffIsSeenToItsEnd() {
        estate.host1.state = ServiceState.RUNNING;
        estate.call.knows("started_fenced", "db1");
        comesUp(PERSISTED_OFF);
        estate.db1.answer = Answer.ANSWERED;

        start();

        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
    }

    @Test
    void oneThatRunsWritableIsFencedWhereItStands() {
        comesUp(ReadOnly.WRITABLE);

        start();

        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.host1.calls).isEmpty();
    }

    @Test
    void withoutAHostAPersonHasToAndIsToldHow() {
        estate.hasHosts = false;

        assertThatThrownBy(this::start).isInstanceOf(Failure.class)
                .hasMessage("`db1` can't be started: the inventory names no host for it.")
                .extracting(failure -> ((Failure) failure).hint()).asString()
                .contains("--persisted-globals-load=OFF --super-read-only=ON");
    }
}
