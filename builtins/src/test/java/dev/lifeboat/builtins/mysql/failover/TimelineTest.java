package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.builtins.mysql.failover.Election.Excluded;
import dev.lifeboat.builtins.mysql.survey.Relation;
import dev.lifeboat.builtins.mysql.survey.RelationState;
import dev.lifeboat.builtins.mysql.switchover.MySqlTopology;
import dev.lifeboat.builtins.mysql.switchover.TopologyInverses;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Timelines, where words decide by them. db1 was restored to its 90th transaction, and has given the others' numbers out again. */
class TimelineTest {
    private final FakeEstate estate = new FakeEstate();

    private void restored(FakeMySqlServer server) {
        server.timeline = new Timeline(true,
                List.of(new Epoch(1, "one", server.uuid, FakeMySqlServer.START, "restored",
                        GtidSet.of(estate.db1.uuid, 1, 90))));
    }

    private Relation relation(FakeMySqlServer a, FakeMySqlServer b) {
        return new MySqlObservations(estate.inventory()).relation(a, b);
    }

    @Test
    void equalGtidSetsAcrossTimelinesAreNotIdentical() {
        assertThat(relation(estate.db2, estate.db1).state()).isEqualTo(RelationState.IDENTICAL);
        restored(estate.db1);

        Relation relation = relation(estate.db2, estate.db1);
        assertThat(relation.state()).isEqualTo(RelationState.DIVERGED);
        assertThat(relation.errant().isEmpty()).isTrue();
        assertThat(relation.timelines()).contains("`db1` is in epoch 1 (one", "`db2` is not, and has gone on");
    }

    @Test
    void whoIsMerelyBehindIsRecoverable() {
        restored(estate.db1);
        estate.db2.executed = GtidSet.of(estate.db1.uuid, 1, 80);

        assertThat(relation(estate.db2, estate.db1).state()).isEqualTo(RelationState.RECOVERABLE);
    }

    @Test
    void whoIsBehindAnEpochIsRefusedAsASource() {
        restored(estate.db2);
        estate.db1.executed = GtidSet.of(estate.db1.uuid, 1, 90);

        assertThat(relation(estate.db2, estate.db1).state()).isEqualTo(RelationState.DIVERGED);
    }

    @Test
    void repointRefusesAcrossTimelines() {
        restored(estate.db1);
        assertThatThrownBy(() -> new MySqlChanges(estate.inventory()).repoint(estate.call, estate.db3, estate.db1))
                .hasMessageStartingWith("`db3` does not follow `db1`: they are on different timelines, whatever their"
                        + " GTID sets say: `db1` is in epoch 1 (one");
        assertThat(estate.db3.calls).isEmpty();
        assertThat(estate.call.inverses).isEmpty();
    }

    @Test
    void rejoinRefusesAcrossTimelines() {
        estate.db2.primary();
        estate.db1.readOnly = ReadOnly.FENCED;
        restored(estate.db2);
        assertThatThrownBy(() -> new MySqlChanges(estate.inventory()).rejoin(estate.call, estate.db1, estate.db2))
                .hasMessageContaining("does not rejoin: they are on different timelines");
        assertThat(estate.db1.calls).isEmpty();
    }

    @Test
    void unpreparedServersAreJudgedByGtidAloneAndThatIsSaid() {
        estate.db1.timeline = Timeline.UNPREPARED;
        new MySqlChanges(estate.inventory()).repoint(estate.call, estate.db3, estate.db1);
        assertThat(estate.call.done)
                .contains("db3: `db1` has no table `lifeboat.timeline`: it is judged by GTID sets alone");
    }

    @Test
    void aReplicaOfAnotherTimelineIsNotElected() {
        estate.db1.answer = Answer.REFUSED;
        restored(estate.db3);

        Election election = new MySqlObservations(estate.inventory()).elect(estate.call, estate.cluster(),
                Optional.empty(), Optional.empty());
        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.excluded()).extracting(Excluded::reason).singleElement().asString()
                .startsWith("It is on another timeline: `db3` is in epoch 1");
    }

    /** What a former primary wrote, and an epoch counts, is nobody's errant transaction. */
    @Test
    void whatAnEpochCountsIsNotErrant() {
        estate.db1.answer = Answer.REFUSED;
        estate.db3.has("db9", 7).clientWrites = GtidSet.of(FakeMySqlServer.uuidOf("db9"), 1, 7);
        assertThat(elected()).isEqualTo("db2");

        estate.db3.timeline = new Timeline(true,
                List.of(new Epoch(1, "one", estate.db1.uuid, FakeMySqlServer.START, "restored",
                        estate.db3.executed)));
        estate.db2.timeline = estate.db3.timeline;
        assertThat(elected()).isEqualTo("db3");
    }

    private String elected() {
        return new MySqlObservations(estate.inventory())
                .elect(estate.call, estate.cluster(), Optional.empty(), Optional.empty())
                .winner().name();
    }

    private void begin(FakeMySqlServer server) {
        new MySqlTopology(estate.inventory()).newTimeline(estate.call, estate.cluster(), server, Optional.empty());
    }

    @Test
    void anEpochIsBegunWhereWritesAreTaken() {
        begin(estate.db1);
        begin(estate.db1);

        assertThat(estate.db1.calls).containsExactly("beginEpoch 1", "startHeartbeat", "startHeartbeat");
        assertThat(estate.call.inverses).hasSize(1).first().asString().startsWith("mysql.forget_epoch[1, restored");
        assertThatThrownBy(() -> begin(estate.db2)).hasMessageContaining("it takes no writes");
        estate.db1.timeline = Timeline.UNPREPARED;
        assertThatThrownBy(() -> begin(estate.db1)).hasMessageContaining("it has no table `lifeboat.timeline`");
    }

    @Test
    void anEpochIsTakenBackUntilAClientHasWrittenInIt() {
        GtidSet before = estate.db1.executed;
        begin(estate.db1);
        TopologyInverses inverses = new TopologyInverses(estate.inventory());
        estate.db1.clientWrites = GtidSet.of(estate.db1.uuid, 102);
        estate.db1.has("db1", 102);
        assertThatThrownBy(() -> inverses.forgetEpoch(estate.call, estate.db1, 1, "restored", before))
                .hasMessageContaining("Epoch 1 of `db1` stays: clients have written in it");

        estate.db1.clientWrites = GtidSet.EMPTY;
        inverses.forgetEpoch(estate.call, estate.db1, 1, "restored", before);
        inverses.forgetEpoch(estate.call, estate.db1, 1, "restored", before);
        assertThat(estate.db1.timeline.epochs()).isEmpty();
        assertThat(estate.call.done).contains("db1: has no such epoch any more");
    }
}
