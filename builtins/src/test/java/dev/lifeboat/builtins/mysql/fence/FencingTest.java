package dev.lifeboat.builtins.mysql.fence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.host.Host.Autostart;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FencingTest {
    private final FakeEstate estate = new FakeEstate();

    private FenceProof fence() {
        return new MySqlChanges(estate.inventory()).fence(estate.call, estate.db1);
    }

    private void dead() {
        estate.db1.answer = Answer.REFUSED;
    }

    @Test
    void aDeadServerIsTakenOutOfItsEndpointsAndKeptFromStarting() {
        dead();
        estate.host1.autostart = Autostart.ON;

        FenceProof proof = fence();

        assertThat(proof.level()).isEqualTo(FenceLevel.PROCESS);
        assertThat(estate.orders.targets).isEmpty();
        assertThat(estate.host1.calls).containsExactly("autostart false");
        assertThat(estate.call.inverses).containsExactly("endpoint.restore[[db1]]",
                "host.restore_autostart[mysql, true]");
        assertThat(estate.call.text("fence")).isEqualTo("process");
    }

    @Test
    void aServerThatHangsIsKilledNotAsked() {
        estate.db1.answer = Answer.SILENT;
        estate.host1.state = ServiceState.RUNNING;

        assertThat(fence().level()).isEqualTo(FenceLevel.PROCESS);
        assertThat(estate.host1.calls).containsExactly("kill");
        assertThat(estate.call.inverses).contains("mysql.start_again[]");
        assertThat(estate.call.facts).containsKey("gone_by");
    }

    @Test
    void whereTheHostIsGoneItsRouteIsWhatCanBeProven() {
        dead();
        estate.host1.reachable = false;

        assertThat(fence().level()).isEqualTo(FenceLevel.ROUTE);
        assertThat(estate.call.facts).doesNotContainKey("gone_by");
    }

    @Test
    void whereTheHostIsGoneAndHasASwitchItIsSwitchedOff() {
        dead();
        estate.host1.reachable = false;
        estate.hasPower = true;

        assertThat(fence().level()).isEqualTo(FenceLevel.POWER);
        assertThat(estate.host1.calls).containsExactly("power false");
        assertThat(estate.call.inverses).contains("mysql.power_on_again[]");
    }

    @Test
    void aProcessThatMayComeBackProvesNothing() {
        dead();
        estate.host1.state = ServiceState.UNKNOWN;

        assertThat(fence().level()).isEqualTo(FenceLevel.ROUTE);
    }

    @Test
    void nothingProvenIsAFailureThatTellsAllThatWasTried() {
        dead();
        estate.hasHosts = false;
        estate.orders.obeys = false;

        Failure failure = catchThrowableOfType(Failure.class, this::fence);

        assertThat(failure).hasMessage("`db1` can't be fenced: nothing proves that it takes no writes.");
        assertThat(failure.evidence()).containsExactly("`db1` from here: REFUSED",
                "endpoint `orders-db`: still leads to it", "process: the inventory names no host for it",
                "power: the inventory has no switch for it");
        assertThat(estate.call.facts).doesNotContainKey("fence");
    }

    @Test
    void anEndpointThatDoesNotAnswerHidesNoOtherProof() {
        dead();
        estate.orders.works = false;

        FenceProof proof = fence();

        assertThat(proof.level()).isEqualTo(FenceLevel.PROCESS);
        assertThat(proof.evidence()).contains("Endpoint `orders-db` does not answer.");
    }

    @Test
    void aLivingServerIsReadOnlyForGoodAndOfflineOnceItsReplicasHaveAll() {
        FenceProof proof = fence();

        assertThat(proof.level()).isEqualTo(FenceLevel.SQL);
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.db1.calls).containsExactly("setReadOnly on", "setOfflineMode true");
        assertThat(estate.call.inverses).hasSize(1).first().asString().startsWith("mysql.unfence[ReadOnly[");
    }

    @Test
    void aLivingServerStaysOnlineWhileAReplicaMayStillNeedItsTail() {
        estate.db1.has("db1", 120);
        estate.db2.has("db1", 120);
        estate.db3.answer = Answer.NO_ROUTE;

        fence();

        assertThat(estate.db1.calls).containsExactly("setReadOnly on");
    }

    @Test
    void nobodyWaitsForAReplicaWhoseReceiverStandsStill() {
        estate.db1.has("db1", 120);
        estate.db2.channel.orElseThrow().receiver = ThreadState.OFF;
        estate.db3.channel.orElseThrow().receiver = ThreadState.OFF;
        Instant began = estate.call.now();

        fence();

        assertThat(estate.call.now()).isEqualTo(began);
        assertThat(estate.db1.calls).containsExactly("setReadOnly on");
    }

    @Test
    void aPersistedOffIsNoFence() {
        estate.db1.readOnly = new ReadOnly(true, true, java.util.Optional.of(false), java.util.Optional.of(true));

        fence();

        assertThat(estate.db1.readOnly.bootsWritable()).isFalse();
    }

    @Test
    void theCandidateIsNotFenced() {
        estate.call.knows("candidate", "db1");

        assertThatThrownBy(this::fence).isInstanceOf(Failure.class)
                .hasMessage("`db1` is the server that shall be promoted: it is not fenced.");
        assertThat(estate.db1.calls).isEqualTo(List.of());
    }
}
