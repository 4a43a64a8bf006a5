package dev.lifeboat.builtins.mysql.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.failover.MySqlChanges;
import dev.lifeboat.builtins.mysql.failover.MySqlInverses;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Freezing, draining, repointing, rejoining. */
class ReplicationTest {
    private final FakeEstate estate = new FakeEstate();

    private MySqlChanges words() {
        return new MySqlChanges(estate.inventory());
    }

    @Nested
    class Collecting {
        @Test
        void receiversAreStoppedAndWhatStoodStillStays() {
            estate.db3.channel.orElseThrow().receiver = ThreadState.OFF;

            words().freezeReceivers(estate.call, estate.cluster());

            assertThat(estate.db2.calls).containsExactly("stopReceiver");
            assertThat(estate.db3.calls).isEmpty();
            assertThat(estate.call.inverses).containsExactly("mysql.start_receiver[]");
        }

        @Test
        void withNobodyToFreezeNothingCanFollow() {
            estate.db2.answer = Answer.NO_ROUTE;
            estate.db3.answer = Answer.NO_ROUTE;

            assertThatThrownBy(() -> words().freezeReceivers(estate.call, estate.cluster()))
                    .isInstanceOf(Failure.class).hasMessageStartingWith("No replica of `ecommerce`");
        }

        @Test
        void anApplierThatStoodStillIsStartedAndWillBeStopped() {
            estate.db2.received("db1", 1100).channel.orElseThrow().applier = ThreadState.OFF;

            words().drainRelayLogs(estate.call, estate.cluster());

            assertThat(estate.db2.calls).containsExactly("startApplier");
            assertThat(estate.call.inverses).containsExactly("mysql.stop_applier[]");
            assertThat(estate.call.done).contains("db2: applied 1,000 received transactions");
            assertThat(estate.call.facts).containsEntry("drained",
                    new Value.Listing(List.of(new Value.Text("db2"), new Value.Text("db3"))));
        }

        @Test
        void aBrokenApplierIsLeftOut() {
            estate.db2.received("db1", 110).applies = false;
            estate.db2.channel.orElseThrow().applierError = 1062;

            words().drainRelayLogs(estate.call, estate.cluster());

            assertThat(estate.call.facts).containsEntry("drained",
                    new Value.Listing(List.of(new Value.Text("db3"))));
            assertThat(estate.call.done).contains("db2: left out: its applier stopped with error 1062: row not found");
        }

        @Test
        void withOnlyBrokenOnesItFails() {
            estate.db3.answer = Answer.NO_ROUTE;
            estate.db2.received("db1", 110).applies = false;
            estate.db2.channel.orElseThrow().applierError = 1062;

            assertThatThrownBy(() -> words().drainRelayLogs(estate.call, estate.cluster()))
                    .isInstanceOf(Failure.class).hasMessageStartingWith("No replica of `ecommerce` could apply");
        }

        @Test
        void anApplierThatDoesNotMoveIsWaitedForHalfAMinuteAndThenTold() {
            estate.db2.received("db1", 110).applies = false;

            assertThatThrownBy(() -> words().drainRelayLogs(estate.call, estate.cluster()))
                    .isInstanceOf(Failure.class)
                    .hasMessage("`db2` has 10 received transactions to apply, and none was applied for 30s.");
            assertThat(estate.call.time).isEqualTo(FakeMySqlServer.START.plusSeconds(30));
        }

        @Test
        void aDelayedReplicaIsLeftAlone() {
            estate.db2.received("db1", 110).channel.orElseThrow().delay = Duration.ofHours(1);

            words().drainRelayLogs(estate.call, estate.cluster());

            assertThat(estate.call.done).contains("db2: left out: it is behind on purpose");
            assertThat(estate.db2.executed).isEqualTo(GtidSet.of(estate.db1.uuid, 1, 100));
        }
    }

    @Nested
    class Following {
        private void promoted() {
            estate.db1.answer = Answer.REFUSED;
            estate.db2.channel.orElseThrow().receiver = ThreadState.OFF;
            estate.db2.readOnly = ReadOnly.WRITABLE;
            estate.db2.has("db2", 3);
        }

        private void repoint() {
            words().repoint(estate.call, estate.db3, estate.db2);
        }

        @Test
        void aSiblingFollowsTheNewPrimary() {
            promoted();
            repoint();

            assertThat(estate.db3.calls).containsExactly("stopApplier", "stopReceiver", "changeSource db2",
                    "startReceiver", "startApplier");
            assertThat(estate.call.inverses).containsExactly("mysql.restore_source[db1, 3306, true, true]");
            repoint();
            assertThat(estate.db3.calls).hasSize(5);
        }

        @Test
        void whatItAloneHasReceivedWouldBeThrownAway() {
            promoted();
            estate.db3.received("db1", 104);

            assertThatThrownBy(this::repoint).isInstanceOf(Failure.class).hasMessage(
                    "`db3` does not follow `db2`: it is DIVERGED: it has 4 transactions that `db2` has not: "
                            + estate.db1.uuid + ":101-104.");
            assertThat(estate.db3.calls).isEmpty();
        }

        @Test
        void whatTheSourceHasPurgedCannotBeFetched() {
            promoted();
            estate.db2.purged = GtidSet.of(estate.db1.uuid, 1, 60);
            estate.db3.executed = GtidSet.of(estate.db1.uuid, 1, 50);

            assertThatThrownBy(this::repoint).isInstanceOf(Failure.class)
                    .hasMessageContaining("`db2` has purged 10 transactions that it needs");
        }

        @Test
        void whatTakesWritesFollowsNobody() {
            promoted();
            estate.db3.readOnly = ReadOnly.WRITABLE;

            assertThatThrownBy(this::repoint).isInstanceOf(Failure.class)
                    .hasMessageContaining("it takes writes itself");
        }

        @Test
        void anOldPrimaryWithNothingOfItsOwnRejoins() {
            promoted();
            estate.db1.answer = Answer.ANSWERED;
            estate.db1.readOnly = ReadOnly.FENCED;
            estate.db1.skipReplicaStart = true;
            estate.db1.offline = true;

            words().rejoin(estate.call, estate.db1, estate.db2);

            assertThat(estate.db1.calls).containsExactly("changeSource db2", "startReceiver", "startApplier",
                    "persistSkipReplicaStart false", "setOfflineMode false");
            assertThat(estate.call.inverses).containsExactly("mysql.forget_source[]",
                    "mysql.restore_skip_replica_start[true]", "mysql.restore_offline_mode[true]");
            assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        }

        @Test
        void anOldPrimaryWithATailIsDivergedAndStaysFenced() {
            promoted();
            estate.db1.answer = Answer.ANSWERED;
            estate.db1.readOnly = ReadOnly.FENCED;
            estate.db1.has("db1", 103).clientWrites = GtidSet.of(estate.db1.uuid, 103);

            assertThat(refusal()).hasMessage("`db1` does not rejoin: it is DIVERGED: it has 3 transactions that `db2` "
                    + "has not: " + estate.db1.uuid + ":101-103. It stays fenced.");
            assertThat(refusal().hint()).startsWith("Those writes are only there");
            assertThat(estate.db1.calls).isEmpty();
        }

        @Test
        void aTailOfHeartbeatsIsToldFromLostWrites() {
            promoted();
            estate.db1.answer = Answer.ANSWERED;
            estate.db1.readOnly = ReadOnly.FENCED;
            estate.db1.has("db1", 101);

            assertThat(refusal()).hasMessageContaining("it has 1 transaction that `db2` has not");
            assertThat(refusal().hint()).startsWith("They touch nothing but schema `lifeboat`");
        }

        private Failure refusal() {
            return catchThrowableOfType(Failure.class,
                    () -> words().rejoin(estate.call, estate.db1, estate.db2));
        }

        @Test
        void anOldPrimaryThatIsNotFencedDoesNotRejoin() {
            promoted();
            estate.db1.answer = Answer.ANSWERED;

            assertThatThrownBy(() -> words().rejoin(estate.call, estate.db1, estate.db2)).isInstanceOf(Failure.class)
                    .hasMessageContaining("it is not fenced");
        }

        @Test
        void goingBackIsRefusedOnceAClientsWritesWereApplied() {
            promoted();
            repoint();
            estate.db3.has("db2", 3).clientWrites = GtidSet.of(estate.db2.uuid, 3);

            assertThatThrownBy(() -> new MySqlInverses(estate.inventory()).restoreSource(estate.call, estate.db3, "db1",
                    3306, true, true)).isInstanceOf(Failure.class)
                    .hasMessageContaining("it has applied what clients wrote on its new source");
        }

        @Test
        void onlyAnOpenedServerIsDetached() {
            assertThatThrownBy(() -> words().detach(estate.call, estate.db2)).isInstanceOf(Failure.class)
                    .hasMessageContaining("it is still somebody's replica");

            promoted();
            words().detach(estate.call, estate.db2);
            assertThat(estate.db2.calls).containsExactly("stopApplier", "resetReplicaAll");
        }
    }
}
