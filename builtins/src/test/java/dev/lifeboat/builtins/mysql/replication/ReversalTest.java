package dev.lifeboat.builtins.mysql.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.builtins.mysql.switchover.MySqlTopology;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** db2 took over; db1 has come back, fenced. */
class ReversalTest {
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void returned() {
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db2.primary().has("db2", 7).channel.orElseThrow().receiver = ThreadState.OFF;
    }

    private void reverse() {
        new MySqlTopology(estate.inventory()).reverseReplication(estate.call, estate.db2, estate.db1);
    }

    @Test
    void theReturnedServerFollows() {
        estate.db1.skipReplicaStart = true;
        reverse();
        assertThat(estate.db1.calls).containsExactly("changeSource db2", "startReceiver", "startApplier",
                "persistSkipReplicaStart false");
        assertThat(estate.call.inverses).containsExactly("mysql.forget_source[]",
                "mysql.restore_skip_replica_start[true]");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(refusal("`db2` takes no writes", estate -> estate.db2.readOnly = ReadOnly.FENCED),
                refusal("it is not fenced", estate -> estate.db1.readOnly = new ReadOnly(true, true,
                        Optional.of(false), Optional.empty())),
                refusal("`db1` takes writes", estate -> estate.db1.primary()),
                refusal("DIVERGED: it has 5 transactions", estate -> estate.db1.has("db1", 105)),
                refusal("`db2` has purged 4 transactions",
                        estate -> estate.db2.purged = GtidSet.of(estate.db2.uuid, 1, 4)),
                refusal("different timelines", estate -> estate.db2.timeline = new Timeline(true,
                        List.of(new Epoch(1, "one", estate.db2.uuid, FakeMySqlServer.START, "restored",
                                GtidSet.of(estate.db1.uuid, 1, 90))))));
    }

    private static Arguments refusal(String why, Consumer<FakeEstate> trouble) {
        return Arguments.of(why, trouble);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(String why, Consumer<FakeEstate> trouble) {
        trouble.accept(estate);
        assertThatThrownBy(this::reverse).hasMessageContaining(why);
        assertThat(estate.db1.calls).isEmpty();
    }

    private void sync() {
        new MySqlTopology(estate.inventory()).waitForSync(estate.call, estate.db3, estate.db1);
    }

    private void well() {
        estate.db1.primary();
        estate.db2.readOnly = ReadOnly.REPLICA;
    }

    @Test
    void inSyncWithAFreshHeartbeat() {
        well();
        estate.db1.heartbeat = Optional.of(new Heartbeat(FakeMySqlServer.START, estate.db1.uuid));
        estate.db3.heartbeat = estate.db1.heartbeat;
        sync();
        assertThat(estate.call.done).containsExactly("db3: has what db1 has, and keeps up");

        estate.db3.heartbeat = Optional.of(new Heartbeat(FakeMySqlServer.START.minusSeconds(10), estate.db1.uuid));
        assertThatThrownBy(this::sync).hasMessageContaining("falls behind again: its newest heartbeat is old");
    }

    @Test
    void nothingMoves() {
        well();
        estate.db1.has("db1", 105);
        estate.db3.applies = false;
        assertThatThrownBy(this::sync).hasMessageContaining("5 transactions left, and none came for 30s");

        estate.db3.channel.orElseThrow().applier = ThreadState.OFF;
        assertThatThrownBy(this::sync).hasMessageContaining("its replication stands still");
    }

    @Test
    void onlyAReplicaOfThatSourceIsWaitedFor() {
        well();
        estate.db3.follows(estate.db2);
        assertThatThrownBy(this::sync).hasMessageContaining("it does not follow `db1`");
    }
}
