package dev.lifeboat.builtins.mysql.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeChannel;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Delays, panic, stopping before a transaction, passing one over. */
class ReplicationWordsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final GtidSet BAD = GtidSet.of(FakeMySqlServer.uuidOf("db1"), 105);
    private final FakeEstate estate = new FakeEstate();
    private final MySqlReplication words = new MySqlReplication();

    private FakeChannel channel(FakeMySqlServer server) {
        return server.channel.orElseThrow();
    }

    private static void refused(Runnable call, String says) {
        assertThatThrownBy(call::run).isInstanceOf(Failure.class).hasMessageContaining(says);
    }

    @Nested
    class Delays {
        @Test
        void aDelayIsSetBetweenTwoRunsOfTheApplier() {
            words.setDelay(estate.call, estate.db2, HOUR);

            assertThat(estate.db2.calls).containsExactly("stopApplier", "setDelay PT1H", "startApplier");
            assertThat(estate.call.inverses).containsExactly("mysql.restore_delay[PT0S, true]");
        }

        @Test
        void anApplierThatStoodStillGoesOnDoingSo() {
            channel(estate.db2).applier = ThreadState.OFF;
            words.setDelay(estate.call, estate.db2, HOUR);

            assertThat(estate.db2.calls).doesNotContain("startApplier");
            assertThat(estate.call.inverses).containsExactly("mysql.restore_delay[PT0S, false]");
        }

        @Test
        void doneTwiceItChangesNothing() {
            channel(estate.db2).delay = HOUR;
            words.setDelay(estate.call, estate.db2, HOUR);

            assertThat(estate.db2.calls).isEmpty();
        }

        @Test
        void whatMySqlWouldThrowAwayIsKept() {
            estate.db2.received("db1", 110);
            channel(estate.db2).receiver = ThreadState.OFF;

            refused(() -> words.setDelay(estate.call, estate.db2, HOUR), "10 transactions");
            channel(estate.db2).delay = HOUR;
            refused(() -> words.applyUntil(estate.call, estate.db2, BAD), "its receiver stands still");
            assertThat(estate.db2.calls).isEmpty();
        }

        @Test
        void whatIsNoDelayIsRefused() {
            refused(() -> words.setDelay(estate.call, estate.db2, Duration.ofMillis(1500)), "whole seconds");
            refused(() -> words.setDelay(estate.call, estate.db1, HOUR), "`db1` follows nobody");
        }

        @Test
        void itIsTakenBack() {
            channel(estate.db2).delay = HOUR;
            new MySqlReplicationInverses().restoreDelay(estate.call, estate.db2, Duration.ZERO, true);

            assertThat(channel(estate.db2).delay).isZero();
            assertThat(channel(estate.db2).applier).isEqualTo(ThreadState.ON);
        }
    }

    @Nested
    class Panicking {
        private void fresh(FakeMySqlServer replica) {
            replica.heartbeat = Optional.of(new Heartbeat(FakeMySqlServer.START, estate.db1.uuid));
        }

        @Test
        void delayedAndLaggingReplicasAreStoppedAndNoReceiver() {
            fresh(estate.db2);
            channel(estate.db2).delay = HOUR;
            estate.db3.heartbeat = Optional.of(new Heartbeat(FakeMySqlServer.START.minusSeconds(60), estate.db1.uuid));

            assertThat(words.panic(estate.call, estate.cluster())).extracting(MySqlServer::name)
                    .containsExactly("db2", "db3");
            assertThat(channel(estate.db2).applier).isEqualTo(ThreadState.OFF);
            assertThat(channel(estate.db3).applier).isEqualTo(ThreadState.OFF);
            assertThat(channel(estate.db2).receiver).isEqualTo(ThreadState.ON);
            assertThat(estate.call.inverses).startsWith("mysql.start_applier[]", "mysql.start_applier[]",
                    "mysql.purge_again[]");
        }

        @Test
        void oneThatIsUpToDateGoesOnAndKeepsItsLogs() {
            fresh(estate.db2);
            fresh(estate.db3);

            assertThat(words.panic(estate.call, estate.cluster())).isEmpty();
            assertThat(estate.db2.calls).containsExactly("setAutoPurge false");
            assertThat(estate.db1.calls).containsExactly("setAutoPurge false");
        }

        @Test
        void whatStandsStillAlreadyIsNotStartedByAnUndo() {
            channel(estate.db2).delay = HOUR;
            channel(estate.db2).applier = ThreadState.OFF;
            fresh(estate.db3);

            assertThat(words.panic(estate.call, estate.cluster())).extracting(MySqlServer::name).containsExactly("db2");
            assertThat(estate.call.inverses).doesNotContain("mysql.start_applier[]");
        }

        @Test
        void serversThatDoNotAnswerHoldNobodyUp() {
            estate.db1.answer = Answer.NO_ROUTE;
            channel(estate.db2).delay = HOUR;
            fresh(estate.db3);

            assertThat(words.panic(estate.call, estate.cluster())).extracting(MySqlServer::name).containsExactly("db2");
            assertThat(estate.call.done).anyMatch(done -> done.startsWith("db1: left out"));
        }
    }

    @Nested
    class BeforeATransaction {
        @Test
        void theDelayIsTakenAwayFirst() {
            channel(estate.db2).delay = HOUR;
            estate.db2.received("db1", 110);
            words.applyUntil(estate.call, estate.db2, BAD);

            assertThat(estate.db2.calls).containsExactly("stopApplier", "setDelay PT0S", "startApplierBefore " + BAD);
            assertThat(estate.db2.executed.contains(BAD)).isFalse();
            assertThat(estate.call.done).contains("db2: applied 4 transactions, all before " + BAD);
        }

        @Test
        void whatIsAppliedIsTooLate() {
            estate.db2.has("db1", 105);
            refused(() -> words.applyUntil(estate.call, estate.db2, BAD), "has executed " + BAD + " already");
            assertThat(estate.db2.calls).isEmpty();
        }

        @Test
        void whatIsNotReceivedWouldLetItGoOn() {
            refused(() -> words.applyUntil(estate.call, estate.db2, BAD), "has not received " + BAD);
            refused(() -> words.applyUntil(estate.call, estate.db2, GtidSet.EMPTY), "No transaction is named");
            refused(() -> words.applyUntil(estate.call, estate.db1, BAD), "`db1` is no replica");
        }

        @Test
        void anApplierThatFailsOnTheWayIsTold() {
            estate.db2.received("db1", 110);
            channel(estate.db2).applierError = 1062;
            refused(() -> words.applyUntil(estate.call, estate.db2, BAD), "with error 1062");
        }
    }

    @Nested
    class PassingOver {
        @Test
        void oneTransactionIsPassedOver() {
            estate.db2.received("db1", 110);
            channel(estate.db2).applier = ThreadState.OFF;
            words.skipTransaction(estate.call, estate.db2, BAD);

            assertThat(estate.db2.calls).containsExactly("commitEmpty " + BAD);
            assertThat(estate.db2.executed.contains(BAD)).isTrue();
        }

        @Test
        void severalArePassedOverOneAfterTheOther() {
            estate.db2.received("db1", 110);
            channel(estate.db2).applier = ThreadState.OFF;
            words.skipTransaction(estate.call, estate.db2,
                    GtidSet.of(estate.db1.uuid, 105, 106).union(GtidSet.of(estate.db1.uuid, 109)));

            assertThat(estate.db2.calls).containsExactly("commitEmpty " + GtidSet.of(estate.db1.uuid, 105),
                    "commitEmpty " + GtidSet.of(estate.db1.uuid, 106),
                    "commitEmpty " + GtidSet.of(estate.db1.uuid, 109));
        }

        @Test
        void aPartOfHistoryIsNot() {
            GtidSet many = GtidSet.of(estate.db1.uuid, 105, 205);
            refused(() -> words.skipTransaction(estate.call, estate.db2, many), "is 101 transactions");
            refused(() -> words.skipTransaction(estate.call, estate.db2, GtidSet.EMPTY), "is 0 transactions");
        }

        @Test
        void whatIsExecutedOrNotReceivedIsNot() {
            GtidSet old = GtidSet.of(estate.db1.uuid, 100);
            refused(() -> words.skipTransaction(estate.call, estate.db2, old), "has executed");
            refused(() -> words.skipTransaction(estate.call, estate.db2, old.union(BAD)), "has executed " + old);
            refused(() -> words.skipTransaction(estate.call, estate.db2, BAD), "has not received");
        }

        @Test
        void anApplierThatRunsMayBeApplyingIt() {
            estate.db2.received("db1", 110);
            refused(() -> words.skipTransaction(estate.call, estate.db2, BAD), "The applier of `db2` runs");
        }
    }

    @Nested
    class GoingOn {
        @Test
        void whatStandsStillIsStarted() {
            channel(estate.db2).applier = ThreadState.OFF;
            words.resumeReplication(estate.call, estate.db2);

            assertThat(estate.db2.calls).containsExactly("startApplier");
            assertThat(estate.call.inverses).containsExactly("mysql.stop_threads[false, true]");
        }

        @Test
        void whatRunsIsLeftAlone() {
            words.resumeReplication(estate.call, estate.db2);
            assertThat(estate.db2.calls).isEmpty();
            refused(() -> words.resumeReplication(estate.call, estate.db1), "`db1` follows nobody");
        }
    }
}
