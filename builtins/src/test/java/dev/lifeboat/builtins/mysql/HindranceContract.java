package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the way: locks, connections that are used up, receivers that gave up, and statements that write where nobody may. */
interface HindranceContract extends OnServers {
    int REFUSED = 1290;
    int LOCK_WAIT_TIMEOUT = 1205;
    int TOO_MANY_CONNECTIONS = 1040;
    int CANNOT_CONNECT = 2003;
    int SOURCE_HAS_NOT = 13114;
    Duration LIMIT = Duration.ofSeconds(2);

    @Test
    default void aFenceWaitsForALockNoLongerThanItSays() {
        given().holdLock("db1");

        Duration took = took(
                () -> OnServers.assertRefused(LOCK_WAIT_TIMEOUT, () -> db1().setReadOnly(ReadOnly.FENCED)));
        assertThat(took).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(15));
        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
    }

    @Test
    default void whoHoldsTheLockIsNamedAndCanBeEnded() {
        given().holdLock("db1");
        Session holder = db1().sessions().getFirst();
        Failure failure = OnServers.failure(() -> db1().setReadOnly(ReadOnly.FENCED));

        assertThat(failure.evidence()).anyMatch(line -> line.contains("session " + holder.id() + " of `app`"));
        assertThat(db1().killSessions().count()).isEqualTo(1);
        db1().setReadOnly(ReadOnly.FENCED);
        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.FENCED);
    }

    @Test
    default void whatNeedsNoLockDoesNotWaitForOne() {
        given().holdLock("db1");
        ReadOnly persisted = new ReadOnly(false, false, ReadOnly.WRITABLE.persistedReadOnly(),
                Optional.of(true));
        db1().setReadOnly(persisted);

        assertThat(db1().state().readOnly()).isEqualTo(persisted);
    }

    /** MySQL waits for statements, not for transactions: what is open then can't be committed any more. */
    @Test
    default void anOpenTransactionIsSeenAndFailsToCommitBehindAFence() {
        given().openTransaction("db1");
        assertThat(db1().sessions()).extracting(Session::inTransaction).containsExactly(true);
        db1().setReadOnly(ReadOnly.FENCED);

        assertThat(given().commit("db1")).isEqualTo(REFUSED);
    }

    @Test
    default void anOpenTransactionThatIsCommittedIsThere() {
        given().openTransaction("db1");
        long rows = db1().checksums().tables().getFirst().rows();

        assertThat(given().commit("db1")).isZero();
        assertThat(db1().checksums().tables().getFirst().rows()).isEqualTo(rows + 1);
    }

    @Test
    default void aServerWithoutConnectionsSaysSoOnItsPortAlone() {
        given().useUpConnections("db1");

        Reach reach = db1().reach(LIMIT);
        assertThat(reach.answer()).isEqualTo(Answer.TOO_MANY_CONNECTIONS);
        assertThat(reach.error()).isEqualTo(TOO_MANY_CONNECTIONS);
        assertThat(db1().reachAdmin(LIMIT).answered()).isTrue();
    }

    @Test
    default void itIsLookedAtAndFencedByItsAdministrativePort() {
        given().useUpConnections("db1");

        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
        assertThat(db1().sessions()).isNotEmpty();
        db1().setReadOnly(ReadOnly.FENCED);
        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.FENCED);
        assertThat(db1().probeWrite(LIMIT).error()).isEqualTo(REFUSED);
    }

    @Test
    default void whoEndsItsSessionsGetsInAgain() {
        given().useUpConnections("db1");
        assertThat(db1().killSessions().count()).isPositive();

        eventually("it answers", () -> db1().reach(LIMIT).answered());
    }

    @Test
    default void itsReplicasGoOn() {
        given().useUpConnections("db1");
        GtidSet canary = db1().writeCanary("by the administrative port");

        assertThat(db2().waitForExecuted(canary, SOON)).isTrue();
    }

    @Test
    default void withoutAnAdministrativePortNobodyGetsIn() {
        given().useUpConnections("db2");

        Failure failure = OnServers.failure(() -> db2().setReadOnly(ReadOnly.FENCED));
        assertThat(failure).hasMessageContaining("error " + TOO_MANY_CONNECTIONS);
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
    }

    @Test
    default void aReceiverGivesUpWhenItsAttemptsAreUsedUp() {
        given().giveFewRetries("db2");
        eventually("it receives", () -> channel(db2()).receiving());
        given().kill("db1");

        eventually("it gives up", () -> channel(db2()).receiver() == ThreadState.OFF);
        assertThat(channel(db2()).receiverError()).isEqualTo(CANNOT_CONNECT);
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);
    }

    @Test
    default void aReceiverThatGaveUpStaysThatWayUntilItIsStarted() {
        given().giveFewRetries("db2");
        given().kill("db1");
        eventually("it gives up", () -> channel(db2()).receiver() == ThreadState.OFF);
        given().start("db1");
        given().clock().sleep(LIMIT);
        assertThat(channel(db2()).receiver()).isEqualTo(ThreadState.OFF);

        db2().startReceiver();
        eventually("it receives", () -> channel(db2()).receiving());
        assertThat(channel(db2()).receiverError()).isZero();
    }

    @Test
    default void aReplicaThatHasMoreOfItsSourceThanItsSourceIsRefused() {
        db2().stopReceiver();
        String uuid = db1().state().identity().uuid();
        db2().commitEmpty(GtidSet.of(uuid, db1().state().executed().last(uuid) + 1_000));
        db2().startReceiver();

        eventually("it gives up", () -> channel(db2()).receiverError() == SOURCE_HAS_NOT);
        assertThat(channel(db2()).receiver()).isEqualTo(ThreadState.OFF);
    }

    @Test
    default void aLocalFlushLeavesNoTrace() {
        String own = db2().state().identity().uuid();
        execute(db2(), "FLUSH LOCAL TABLES");
        execute(db2(), "FLUSH LOCAL PRIVILEGES");

        assertThat(db2().state().executed().from(own).isEmpty()).isTrue();
    }

    /** Also under {@code super_read_only}: an errant transaction. */
    @Test
    default void anyOtherFlushIsATransaction() {
        String own = db2().state().identity().uuid();
        execute(db2(), "FLUSH TABLES");

        assertThat(db2().state().executed().from(own).count()).isEqualTo(1);
    }

    private static void execute(MySqlServer server, String sql) {
        server.execute(new FreeSql(sql, List.of()));
    }
}
