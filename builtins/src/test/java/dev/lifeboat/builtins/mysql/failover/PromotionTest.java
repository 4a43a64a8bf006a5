package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void elected() {
        estate.db1.answer = Answer.REFUSED;
        estate.db2.channel.orElseThrow().receiver = ThreadState.OFF;
        estate.db2.heartbeat = Optional.of(new MySqlServer.Heartbeat(estate.call.time, estate.db1.uuid));
        estate.call.knows("candidate", "db2").knows("fence", "process")
                .knows("verdict", "DEAD").knows("primary_uuid", estate.db1.uuid);
        estate.call.facts.put("drained", new Value.Listing(List.of(new Value.Text("db2"), new Value.Text("db3"))));
        lose(Duration.ofSeconds(5));
        estate.call.names.put("rpo", new Value.Span(Duration.ofMinutes(15)));
    }

    private void lose(Duration loss) {
        estate.call.facts.put("loss", new Value.Span(loss));
    }

    private void promote() {
        new MySqlChanges(estate.inventory()).promote(estate.call, estate.db2);
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::promote).isInstanceOf(Failure.class)
                .hasMessageStartingWith("`db2` was not promoted: " + why);
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.REPLICA);
        assertThat(estate.call.inverses).isEmpty();
    }

    @Test
    void opensItForGoodAndProvesIt() {
        promote();

        assertThat(estate.db2.calls).containsExactly("tellApplierToStop", "persistSkipReplicaStart true",
                "setReadOnly off",
                "writeCanary", "startHeartbeat");
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.WRITABLE);
        assertThat(estate.call.inverses).extracting(inverse -> inverse.replaceAll("\\[.*", "")).containsExactly(
                "mysql.restore_threads", "mysql.restore_skip_replica_start", "mysql.demote");
    }

    @Test
    void theBeginningOfATransactionWhoseRestNeverCameIsNotWaitedFor() {
        estate.db2.channel.orElseThrow().holdsPart = true;
        promote();

        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.WRITABLE);
        assertThat(estate.db2.calls).contains("tellApplierToStop").doesNotContain("stopApplier");
        assertThat(estate.call.done).anyMatch(did -> did.contains("rolls it back within a minute"));
    }

    @Test
    void aTransactionThatWasReceivedMeanwhileIsWaitedFor() {
        estate.db2.channel.orElseThrow().holdsPart = true;
        estate.db2.whenTold = () -> estate.db2.received("db1", 110);
        promote();

        assertThat(estate.db2.calls).containsSubsequence("tellApplierToStop", "stopApplier", "setReadOnly off");
    }

    @Test
    void doneTwiceItIsDoneOnce() {
        promote();
        int calls = estate.db2.calls.size();
        promote();

        assertThat(estate.db2.calls).hasSize(calls);
    }

    /** It has all GTIDs of a backup from the moment its load began. */
    @Test
    void notOneThatIsHalfRestored() {
        estate.db2.halfRestored = true;
        assertThatThrownBy(this::promote).isInstanceOf(Failure.class)
                .hasMessageStartingWith("`db2` can't be handled: It is half restored");
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.REPLICA);
    }

    @Test
    void onlyTheElectedOne() {
        estate.call.knows("candidate", "db3");
        assertRefused("`db3` was elected.");
    }

    @Test
    void onlyAfterAnElection() {
        estate.call.facts.remove("candidate");
        assertRefused("no election was held.");
    }

    @Test
    void onlyAfterADrain() {
        estate.call.facts.remove("drained");
        assertRefused("its relay logs were not drained.");
    }

    @Test
    void notWithReceivedTransactionsUnapplied() {
        estate.db2.received("db1", 110);
        assertRefused("it has received 10 transactions that it has not applied: they would be lost.");
    }

    @Test
    void notOverAnUnfencedPrimaryUnlessThatWasApproved() {
        estate.call.facts.remove("fence");
        assertRefused("the old primary is not fenced, and nobody has approved that.");

        estate.call.approved = true;
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }

    @Test
    void notOverAHungPrimaryThatOnlyTheRouteKeepsAway() {
        estate.call.approved = true;
        estate.call.knows("verdict", "HUNG").knows("fence", "route");
        assertRefused("the old primary hangs and may go on at any moment; it is fenced by route alone.");

        estate.call.knows("fence", "power");
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }

    @Test
    void notWhileAnotherTakesWritesWhateverWasApproved() {
        estate.call.approved = true;
        estate.db1.answer = Answer.ANSWERED;
        assertThatThrownBy(this::promote).isInstanceOf(Failure.class)
                .hasMessageContaining("`db1` takes writes, and there would be two primaries");
        assertThat(estate.db2.calls).isEmpty();
    }

    @Test
    void aLossBeyondTheRpoMustHaveBeenAccepted() {
        lose(Duration.ofMinutes(20));
        assertRefused("up to 20m of writes would be lost, the RPO is 15m, and nobody has accepted it.");

        estate.call.facts.put("accepted_loss", new Value.Span(Duration.ofMinutes(19)));
        assertRefused("up to 20m of writes would be lost");

        estate.call.facts.put("accepted_loss", new Value.Span(Duration.ofMinutes(20)));
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }

    @Test
    void withoutAnRpoAnyLossMustHaveBeenAccepted() {
        estate.call.names.put("rpo", Value.NONE);
        assertRefused("up to 5s of writes would be lost, the runbook has no `rpo`");
    }

    @Test
    void notOneThatSomebodyElseHasMoved() {
        estate.db2.follows(estate.db3);
        assertRefused("it no longer follows the old primary");
    }

    @Test
    void notOneThatSomebodyElseHasOpened() {
        estate.db2.readOnly = ReadOnly.WRITABLE;
        assertThatThrownBy(this::promote).isInstanceOf(Failure.class)
                .hasMessageContaining("it takes writes already, and this run did not open it");
    }

    @Test
    void catchesUpFromTheBetterPlacedServerFirst() {
        estate.call.knows("level_from", "db3");
        estate.db3.has("db1", 130);
        estate.db2.applies = false;

        assertThatThrownBy(this::promote).isInstanceOf(Failure.class)
                .hasMessage("`db2` could not catch up from `db3`: 30 missing transactions.");
        assertThat(estate.db2.calls).containsExactly("stopApplier", "changeSource db3", "startReceiver",
                "startApplier");
        assertThat(estate.call.inverses).containsExactly("mysql.restore_source[db1, 3306, false, true]");
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.REPLICA);
    }

    @Test
    void anUnpreparedClusterIsPromotedWithoutACanary() {
        estate.db2.heartbeat = Optional.empty();

        promote();

        assertThat(estate.db2.calls).doesNotContain("writeCanary", "startHeartbeat");
    }

    @Test
    void isTakenBackUntilAClientHasWritten() {
        ReadOnly found = estate.db2.readOnly;
        GtidSet before = estate.db2.executed;
        promote();
        MySqlInverses inverses = new MySqlInverses(estate.inventory());
        inverses.demote(estate.call, estate.db2, before, found);
        assertThat(estate.db2.readOnly).isEqualTo(found);

        promoteAgain();
        estate.db2.has("db2", 9).clientWrites = GtidSet.of(estate.db2.uuid, 9);
        assertThatThrownBy(() -> inverses.demote(estate.call, estate.db2, before, found)).isInstanceOf(Failure.class)
                .hasMessageContaining("clients have written to it since it was promoted: " + estate.db2.uuid + ":9");
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.WRITABLE);
    }

    private void promoteAgain() {
        estate.db2.channel.orElseThrow().applier = ThreadState.ON;
        promote();
    }
}
