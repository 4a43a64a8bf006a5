package dev.lifeboat.builtins.mysql.switchover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SwitchoverTest {
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void prepared() {
        estate.db2.heartbeat = Optional.of(new MySqlServer.Heartbeat(estate.call.time, estate.db1.uuid));
    }

    private Handover switchOver() {
        return new MySqlTopology(estate.inventory()).switchover(estate.call, estate.cluster(), estate.db2,
                Optional.of(Duration.ofSeconds(5)));
    }

    @Test
    void siblingsComeAlongBeforeTheFenceAndTheOldPrimaryAfterwards() {
        switchOver();

        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.WRITABLE);
        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.db1.calls).containsSubsequence("setEventScheduler false", "setReadOnly on",
                "changeSource db2", "startReceiver");
        assertThat(estate.db2.calls).containsSubsequence("persistSkipReplicaStart true", "stopReceiver", "stopApplier",
                "setReadOnly off", "writeCanary", "startHeartbeat");
        assertThat(estate.db3.calls).contains("changeSource db2");
        assertThat(estate.call.text("promoted")).isEqualTo("db2");
        assertThat(estate.call.inverses).extracting(inverse -> inverse.replaceAll("\\[.*", "")).containsExactly(
                "mysql.restore_threads", "mysql.restore_source", "mysql.restore_skip_replica_start",
                "mysql.restore_events", "mysql.restore_read_only", "mysql.restore_threads", "mysql.demote",
                "mysql.forget_source");
    }

    @Test
    void doneTwiceItIsDoneOnce() {
        switchOver();
        List<String> calls = List.copyOf(estate.db2.calls);
        switchOver();

        assertThat(estate.db2.calls).isEqualTo(calls);
        assertThat(estate.call.done).contains("db2: is the primary already");
    }

    /** A run that died behind the opening, or whose old primary did not answer then. */
    @Test
    void whatIsLeftIsDoneWhenItIsCalledAgain() {
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db2.primary().channel.orElseThrow().receiver = ThreadState.OFF;
        switchOver();

        assertThat(estate.db1.calls).contains("changeSource db2");
        assertThat(estate.db3.calls).contains("changeSource db2");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("the inventory says `promote: must_not`",
                        estate -> estate.policies.put("db2", Promote.MUST_NOT)),
                refusal("it is behind on purpose, by 1h",
                        estate -> estate.db2.channel.orElseThrow().delay = Duration.ofHours(1)),
                refusal("its replication does not work: its receiver is OFF, its applier ON",
                        estate -> estate.db2.channel.orElseThrow().receiver = ThreadState.OFF),
                refusal("its replication does not work: its receiver is ON, its applier ON, row not found",
                        estate -> estate.db2.channel.orElseThrow().applierError = 1032),
                refusal("it does not follow `db1`, which takes the writes", estate -> estate.db2.follows(estate.db3)),
                refusal("it writes no binary log of what it applies", estate -> estate.db2.logBin = false),
                refusal("it is offline", estate -> estate.db2.offline = true),
                refusal("it is MySQL 9.7.4, newer in series than `db1` (8.4.3), which could not follow it",
                        estate -> estate.db1.version = "8.4.3"),
                refusal("it is MySQL 8.0.36, older in series than `db1` (9.7.4)",
                        estate -> estate.db2.version = "8.0.36"),
                refusal("it has transactions that `db1` has not", SwitchoverTest::errant),
                refusal("it has purged what `db1` would need to follow it",
                        estate -> estate.db2.purged = GtidSet.of(estate.db3.uuid, 1, 4)),
                refusal("it is on another timeline", SwitchoverTest::restored),
                refusal("`db1` and `db3` all take writes", estate -> estate.db3.primary()),
                refusal("no server of `ecommerce` takes writes", estate -> estate.db1.answer = Answer.REFUSED));
    }

    private static void errant(FakeEstate estate) {
        estate.db2.has("db2", 3);
        estate.db2.clientWrites = GtidSet.of(estate.db2.uuid, 2);
    }

    private static void restored(FakeEstate estate) {
        estate.db1.timeline = new Timeline(true, List.of(new Epoch(1, "one", estate.db1.uuid, FakeMySqlServer.START,
                "restored", GtidSet.of(estate.db1.uuid, 1, 90))));
    }

    private static Arguments refusal(String why, Consumer<FakeEstate> trouble) {
        return Arguments.of(why, trouble);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void eachRefusalLeavesEverythingAsItIs(String why, Consumer<FakeEstate> trouble) {
        trouble.accept(estate);

        assertThatThrownBy(this::switchOver).hasMessageStartingWith("`db2` does not take over: ")
                .hasMessageContaining(why);
        assertThat(estate.db1.calls).isEmpty();
        assertThat(estate.db2.calls).isEmpty();
        assertThat(estate.db3.calls).isEmpty();
    }

    @Test
    void aSiblingThatIsNotWellIsLeftAndTold() {
        estate.db3.channel.orElseThrow().applierError = 1062;
        switchOver();

        assertThat(estate.db3.calls).isEmpty();
        assertThat(estate.call.done)
                .contains("db3: is not made to follow db2: its applier stopped with error 1062");
    }

    @Test
    void anotherWayOfReplicatingIsNotHandled() {
        estate.db1.filters = true;
        assertThatThrownBy(this::switchOver)
                .hasMessageStartingWith("`db1` can't be handled: It has replication filters");
    }
}
