package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import org.junit.jupiter.api.Test;

/** What a replica notices of its source, and how it is given another one. */
interface SourceContract extends OnServers {
    int CANNOT_CONNECT = 2003;
    int REPLICATION_RUNS = 3081;
    /** The source has purged what the replica lacks, or lacks what the replica has of it; 1236 is in the text. */
    int SOURCE_HAS_NOT = 13114;

    @Test
    default void aReplicaOfAKilledSourceTriesToConnect() {
        given().kill("db1");
        eventually("it misses its source", () -> channel(db2()).receiver() == ThreadState.CONNECTING);
        eventually("it says why", () -> channel(db2()).receiverError() == CANNOT_CONNECT);
        assertThat(channel(db2()).errorText()).isNotEmpty();
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);

        given().start("db1");
        eventually("it receives again", () -> channel(db2()).receiving());
        assertThat(channel(db2()).receiverError()).isZero();
    }

    @Test
    default void heartbeatsOfALivingSourceAreCounted() {
        long before = channel(db2()).heartbeats();
        db1().setReadOnly(ReadOnly.FENCED);

        eventually("there are more", () -> channel(db2()).heartbeats() > before + 1);
        assertThat(channel(db2()).lastHeartbeat().orElseThrow()).isAfter(db2().state().clock().minus(SOON));
    }

    /** A frozen server keeps its connections open. */
    @Test
    default void aFrozenSourceIsMissedWhenTheNetTimeoutIsOver() {
        db1().setReadOnly(ReadOnly.FENCED);
        given().freeze("db1");
        long heard = channel(db3()).heartbeats();

        eventually("the attentive one misses it", () -> channel(db2()).receiver() == ThreadState.CONNECTING);
        assertThat(channel(db3()).receiving()).as("its replica_net_timeout is a minute").isTrue();
        assertThat(channel(db3()).heartbeats()).isEqualTo(heard);

        given().thaw("db1");
        eventually("it receives again", () -> channel(db2()).receiving());
    }

    @Test
    default void aReplicaFollowsAnotherSource() {
        stop(db3());
        db3().changeSource(given().source("db2"));
        assertThat(channel(db3())).matches(channel -> channel.receiver() == ThreadState.OFF)
                .matches(channel -> channel.applier() == ThreadState.OFF);
        db3().startReceiver();
        db3().startApplier();

        eventually("it receives", () -> channel(db3()).receiving());
        assertThat(channel(db3()).sourceUuid()).isEqualTo(db2().state().identity().uuid());
        assertThat(channel(db3()).sourcePort()).isEqualTo(given().source("db2").port());
        assertThat(db3().waitForExecuted(ordered(), SOON)).isTrue();
    }

    @Test
    default void aSourceIsNotChangedWhileReplicationRuns() {
        OnServers.assertRefused(REPLICATION_RUNS, () -> db3().changeSource(given().source("db2")));
        OnServers.assertRefused(REPLICATION_RUNS, () -> db3().resetReplicaAll());
        assertThat(channel(db3()).sourcePort()).isEqualTo(given().source("db1").port());
    }

    /** The relay logs are purged: it is fetched again from the new source, if that has it. */
    @Test
    default void aChangeOfSourceForgetsWhatWasNotApplied() {
        db3().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db3()).received().contains(order));
        db3().stopReceiver();
        db3().changeSource(given().source("db2"));

        assertThat(channel(db3()).received().contains(order)).isFalse();
        assertThat(db3().state().executed().contains(order)).isFalse();
    }

    @Test
    default void aServerThatForgetsItsSourceLosesWhatItHadNotApplied() {
        db3().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db3()).received().contains(order));
        stop(db3());
        db3().resetReplicaAll();
        assertThat(db3().channels()).isEmpty();
        assertThat(db3().state().executed().contains(order)).isFalse();
        db3().resetReplicaAll();

        db3().changeSource(given().source("db1"));
        assertThat(channel(db3()).sourceUuid()).as("before it has connected").isEmpty();
        db3().startReceiver();
        db3().startApplier();
        assertThat(db3().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void aReplicaWhoseSourceHasPurgedWhatItLacksIsRefused() {
        stop(db3());
        GtidSet order = ordered();
        given().purge("db1");
        assertThat(db1().state().purged().contains(order)).isTrue();
        db3().startReceiver();

        eventually("it gives up", () -> channel(db3()).receiverError() == SOURCE_HAS_NOT);
        ReplicaChannel channel = channel(db3());
        assertThat(channel.receiver()).isEqualTo(ThreadState.OFF);
        assertThat(channel.errorText()).contains("1236");
        assertThat(db3().state().executed().contains(order)).isFalse();
    }

    /** It has orders that no replica has, and nobody tells it: only a comparison of the sets does. */
    @Test
    default void anOldPrimaryWithTransactionsOfItsOwnFollowsWithoutAnError() {
        stop(db2());
        stop(db3());
        GtidSet lost = ordered();
        db1().setReadOnly(ReadOnly.FENCED);
        db2().resetReplicaAll();
        db2().setReadOnly(ReadOnly.WRITABLE);
        db1().changeSource(given().source("db2"));
        db1().startReceiver();
        db1().startApplier();

        GtidSet canary = db2().writeCanary("contract");
        assertThat(db1().waitForExecuted(canary, SOON)).isTrue();
        assertThat(channel(db1()).receiving()).isTrue();
        assertThat(channel(db1()).receiverError() + channel(db1()).applierError()).isZero();
        assertThat(db1().state().executed().subtract(db2().state().executed()).contains(lost)).isTrue();
    }

    /** 1062: both servers gave the same key to different rows. */
    @Test
    default void anApplierThatCannotApplyStopsWithItsWorkersError() {
        stop(db2());
        db2().setReadOnly(ReadOnly.WRITABLE);
        assertThat(given().order("db2")).isZero();
        db2().setReadOnly(ReadOnly.FENCED);
        GtidSet order = ordered();
        db2().startReceiver();
        db2().startApplier();

        eventually("the applier stops", () -> channel(db2()).applier() == ThreadState.OFF);
        assertThat(channel(db2()).applierError()).isEqualTo(1062);
        assertThat(channel(db2()).received().contains(order)).isTrue();
        assertThat(db2().state().executed().contains(order)).isFalse();
    }

    private static void stop(MySqlServer replica) {
        replica.stopReceiver();
        replica.stopApplier();
    }
}
