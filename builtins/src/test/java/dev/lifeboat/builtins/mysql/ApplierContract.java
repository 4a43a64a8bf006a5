package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Delayed replicas, appliers that stop by themselves, and transactions that are passed over. */
interface ApplierContract extends OnServers {
    int APPLIER_RUNS = 3085;
    int REFUSED = 1290;
    int DUPLICATE_KEY = 1062;
    int NO_SUCH_ROW = 1032;
    Duration HOUR = Duration.ofHours(1);

    @Test
    default void aDelayedReplicaReceivesAndDoesNotApply() {
        delay(db3(), HOUR);
        db3().startApplier();
        GtidSet order = ordered();

        assertThat(channel(db3()).delay()).isEqualTo(HOUR);
        eventually("it is received", () -> channel(db3()).received().contains(order));
        assertThat(db3().waitForExecuted(order, Duration.ofSeconds(1))).isFalse();
        assertThat(channel(db3()).applier()).isEqualTo(ThreadState.ON);
    }

    @Test
    default void aDelayIsCountedFromTheCommitOnTheSource() {
        delay(db3(), Duration.ofSeconds(2));
        db3().startApplier();
        GtidSet order = ordered();

        assertThat(db3().waitForExecuted(order, Duration.ofMillis(500))).isFalse();
        assertThat(db3().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void withoutItsDelayItAppliesAllAtOnce() {
        delay(db3(), HOUR);
        db3().startApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db3()).received().contains(order));
        delay(db3(), Duration.ZERO);
        db3().startApplier();

        assertThat(channel(db3()).delay()).isZero();
        assertThat(db3().waitForExecuted(order, SOON)).isTrue();
    }

    /** With a source that is gone, what was lost with the relay logs would be lost for good. */
    @Test
    default void aDelayThatIsChangedWhileTheReceiverDoesNotEvenTryToConnectLosesWhatWasReceived() {
        db3().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db3()).received().contains(order));
        db3().stopReceiver();
        db3().setDelay(HOUR);

        assertThat(channel(db3()).received().contains(order)).isFalse();
        assertThat(db3().state().executed().contains(order)).isFalse();
    }

    @Test
    default void aDelayThatIsChangedWhileTheReceiverTriesToConnectKeepsIt() {
        db3().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db3()).received().contains(order));
        given().kill("db1");
        eventually("it misses its source", () -> channel(db3()).receiver() == ThreadState.CONNECTING);
        db3().setDelay(HOUR);
        db3().setDelay(Duration.ZERO);

        assertThat(channel(db3()).received().contains(order)).isTrue();
        db3().startApplier();
        assertThat(db3().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void aDelayIsNotChangedWhileTheApplierRuns() {
        OnServers.assertRefused(APPLIER_RUNS, () -> db3().setDelay(HOUR));
        assertThat(channel(db3()).delay()).isZero();
    }

    @Test
    default void aDelayStaysWithAnotherSourceAndEndsWithTheReplica() {
        delay(db3(), HOUR);
        db3().stopReceiver();
        db3().changeSource(given().source("db2"));
        assertThat(channel(db3()).delay()).isEqualTo(HOUR);

        db3().resetReplicaAll();
        db3().changeSource(given().source("db1"));
        assertThat(channel(db3()).delay()).isZero();
    }

    @Test
    default void anApplierStopsExactlyBeforeATransaction() {
        db2().stopApplier();
        GtidSet good = ordered();
        GtidSet bad = ordered();
        eventually("both are received", () -> channel(db2()).received().contains(bad));
        db2().startApplierBefore(bad);

        eventually("it stops", () -> channel(db2()).applier() == ThreadState.OFF);
        assertThat(db2().state().executed().contains(good)).isTrue();
        assertThat(db2().state().executed().intersect(bad).isEmpty()).isTrue();
        assertThat(channel(db2()).applierError()).isZero();
        assertThat(channel(db2()).receiving()).isTrue();
    }

    @Test
    default void anApplierThatStoppedBeforeATransactionGoesOnWithIt() {
        db2().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db2()).received().contains(order));
        db2().startApplierBefore(order);
        eventually("it stops", () -> channel(db2()).applier() == ThreadState.OFF);

        db2().startApplier();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    @Test
    default void anApplierThatIsPastItsEndStopsAtOnce() {
        GtidSet order = ordered();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        db2().stopApplier();
        db2().startApplierBefore(order);
        eventually("it stops", () -> channel(db2()).applier() == ThreadState.OFF);
        db2().startApplierUntil(order);
        eventually("it stops", () -> channel(db2()).applier() == ThreadState.OFF);
    }

    @Test
    default void aTransactionThatIsPassedOverIsNeverApplied() {
        db2().stopApplier();
        GtidSet order = ordered();
        GtidSet mine = client(order);
        long rows = db1().checksums().tables().getFirst().rows();
        db2().commitEmpty(mine);
        assertThat(db2().state().executed().contains(mine)).isTrue();
        db2().startApplier();

        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        assertThat(db2().checksums().tables().getFirst().rows()).isEqualTo(rows - 1);
        assertThat(channel(db2()).applierError()).isZero();
    }

    @Test
    default void aTransactionThatIsExecutedIsNotPassedOver() {
        GtidSet order = ordered();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        Object before = db2().checksums().tables();
        db2().commitEmpty(client(order));

        assertThat(db2().checksums().tables()).isEqualTo(before);
    }

    /** A server that is read-only takes it, and has a transaction of its own that no other has. */
    @Test
    default void anEmptyTransactionIsOneMoreForWhoeverFollows() {
        String own = db2().state().identity().uuid();
        GtidSet errant = GtidSet.of(own, 1);
        db2().commitEmpty(errant);

        assertThat(db2().state().readOnly().superReadOnly()).isTrue();
        assertThat(db2().state().executed().subtract(db1().state().executed()).from(own)).isEqualTo(errant);
    }

    @Test
    default void anApplierGoesOnBehindTheTransactionThatStoppedIt() {
        stop(db2());
        db2().setReadOnly(ReadOnly.WRITABLE);
        assertThat(given().order("db2")).isZero();
        db2().setReadOnly(ReadOnly.FENCED);
        GtidSet order = ordered();
        db2().startReceiver();
        db2().startApplier();
        eventually("the applier stops", () -> channel(db2()).applierError() == DUPLICATE_KEY);

        db2().commitEmpty(client(order));
        db2().startApplier();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        assertThat(channel(db2()).applierError()).isZero();
    }

    @Test
    default void anApplierStopsWhereTheRowIsMissing() {
        assertThat(db2().waitForExecuted(db1().state().executed(), SOON)).isTrue();
        given().lose("db2");
        GtidSet before = db1().state().executed();
        assertThat(given().amend("db1")).isZero();
        GtidSet change = db1().state().executed().subtract(before);

        eventually("the applier stops", () -> channel(db2()).applier() == ThreadState.OFF);
        assertThat(channel(db2()).applierError()).isEqualTo(NO_SUCH_ROW);
        assertThat(db2().state().executed().contains(change)).isFalse();
        assertThat(db3().waitForExecuted(change, SOON)).isTrue();
    }

    /** The one of the application among what the primary wrote meanwhile. */
    private GtidSet client(GtidSet written) {
        return db1().clientWrites(written);
    }

    private static void delay(MySqlServer replica, Duration delay) {
        replica.stopApplier();
        replica.setDelay(delay);
    }

    private static void stop(MySqlServer replica) {
        replica.stopReceiver();
        replica.stopApplier();
    }
}
