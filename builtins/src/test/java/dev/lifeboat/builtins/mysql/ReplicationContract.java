package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a replica tells of its replication, and how its two threads are stopped and started. */
interface ReplicationContract extends OnServers {
    int NOT_A_REPLICA = 1200;

    @Test
    default void aPrimaryHasNoChannel() {
        assertThat(db1().channels()).isEmpty();
    }

    @Test
    default void aReplicaTellsWhomItFollowsAndHow() {
        ReplicaChannel channel = channel(db2());

        assertThat(channel.name()).isEmpty();
        assertThat(channel.sourceHost()).isEqualTo(given().source("db1").host());
        assertThat(channel.sourcePort()).isEqualTo(given().source("db1").port());
        assertThat(channel.sourceUuid()).isEqualTo(db1().state().identity().uuid());
        assertThat(channel.sourceUser()).isNotEmpty();
        assertThat(channel.autoPosition()).isTrue();
        assertThat(channel.receiving()).isTrue();
        assertThat(channel.applier()).isEqualTo(ThreadState.ON);
        assertThat(channel.receiverError() + channel.applierError()).isZero();
        assertThat(channel.errorText()).isEmpty();
        assertThat(channel.delay()).isZero();
        assertThat(channel.netTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(channel(db3()).netTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    default void aReplicaReceivesAndAppliesWhatItsSourceCommits() {
        GtidSet order = ordered();

        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        ReplicaChannel channel = channel(db2());
        assertThat(channel.received().contains(order)).isTrue();
        assertThat(channel.lastQueued().orElseThrow()).isAfter(db1().state().clock().minus(SOON));
        assertThat(channel.lastApplied().orElseThrow()).isAfter(db1().state().clock().minus(SOON));
    }

    @Test
    default void whatIsReceivedAndNotAppliedIsTold() {
        db2().stopApplier();
        GtidSet order = ordered();

        eventually("it is received", () -> channel(db2()).received().contains(order));
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.OFF);
        assertThat(channel(db2()).receiving()).isTrue();
        assertThat(db2().state().executed().contains(order)).isFalse();
        db2().startApplier();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void aStoppedReceiverReceivesNothing() {
        db2().stopReceiver();
        GtidSet order = ordered();
        assertThat(db3().waitForExecuted(order, SOON)).isTrue();

        assertThat(channel(db2()).receiver()).isEqualTo(ThreadState.OFF);
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);
        assertThat(channel(db2()).received().contains(order)).isFalse();
        db2().startReceiver();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void stoppingAndStartingAgainChangesNothing() {
        db2().stopReceiver();
        db2().stopReceiver();
        db2().stopApplier();
        db2().stopApplier();
        assertThat(channel(db2())).matches(channel -> channel.receiver() == ThreadState.OFF)
                .matches(channel -> channel.applier() == ThreadState.OFF);

        db2().startReceiver();
        db2().startReceiver();
        db2().startApplier();
        db2().startApplier();
        eventually("it receives", () -> channel(db2()).receiving());
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);
    }

    @Test
    default void anApplierThatHoldsNothingStopsAtOnceWhereItIsTold() {
        db2().tellApplierToStop();
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.OFF);

        db2().tellApplierToStop();
        GtidSet order = ordered();
        db2().startApplier();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void anApplierStopsByItselfWhereItIsToldTo() {
        db2().stopApplier();
        GtidSet first = ordered();
        GtidSet second = ordered();
        eventually("both are received", () -> channel(db2()).received().contains(second));
        db2().startApplierUntil(first);

        assertThat(db2().waitForExecuted(first, SOON)).isTrue();
        eventually("it stops", () -> channel(db2()).applier() == ThreadState.OFF);
        assertThat(db2().state().executed().contains(second)).isFalse();
        assertThat(channel(db2()).applierError()).isZero();
    }

    /** MySQL has no objection to an applier with nothing to apply, and starts none. */
    @Test
    default void aServerThatFollowsNobodyHasNothingToStartAndNothingToStop() {
        OnServers.assertRefused(NOT_A_REPLICA, () -> db1().startReceiver());
        db1().startApplier();
        db1().stopReceiver();
        db1().stopApplier();
        assertThat(db1().channels()).isEmpty();
    }

    @Test
    default void waitingForTransactionsEndsAtItsLimit() {
        db2().stopApplier();
        GtidSet order = ordered();
        Duration limit = Duration.ofSeconds(1);

        assertThat(took(() -> assertThat(db2().waitForExecuted(order, limit)).isFalse()))
                .isBetween(limit.minusMillis(100), limit.plusSeconds(2));
        assertThat(db1().waitForExecuted(order, Duration.ZERO)).isTrue();
        assertThat(db2().waitForExecuted(order, Duration.ZERO)).isFalse();
        assertThat(db2().waitForExecuted(GtidSet.EMPTY, limit)).isTrue();
    }

    @Test
    default void aReplicaThatRestartsTakesReplicationUpAgain() {
        given().kill("db2");
        GtidSet order = ordered();
        given().start("db2");

        eventually("it receives", () -> channel(db2()).receiving());
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void unlessThatItShallNotIsPersisted() {
        db2().persistSkipReplicaStart(true);
        db2().persistSkipReplicaStart(true);
        given().kill("db2");
        given().start("db2");
        assertThat(db2().state().skipReplicaStart()).isTrue();
        assertThat(channel(db2())).matches(channel -> channel.receiver() == ThreadState.OFF)
                .matches(channel -> channel.applier() == ThreadState.OFF);

        db2().persistSkipReplicaStart(false);
        db2().persistSkipReplicaStart(false);
        given().kill("db2");
        given().start("db2");
        assertThat(db2().state().skipReplicaStart()).isFalse();
        eventually("it receives", () -> channel(db2()).receiving());
    }

    /** {@code relay_log_recovery} is OFF, as it is by default: otherwise a restart throws it away. */
    @Test
    default void whatWasReceivedAndNotAppliedSurvivesARestart() {
        db2().persistSkipReplicaStart(true);
        db2().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db2()).received().contains(order));
        given().kill("db2");
        given().kill("db1");
        given().start("db2");

        assertThat(channel(db2()).received().contains(order)).isTrue();
        assertThat(db2().state().executed().contains(order)).isFalse();
        db2().startApplier();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }
}
