package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbook for a broken replica in the scenarios that come with it. */
class ReplicaFailureTest {

    private static DryRun run(String name) {
        SequencedMap<String, Value> given = new LinkedHashMap<>();
        given.put("replica", new Value.Handle("server", "db2"));
        given.put("donor", new Value.Handle("server", "dr1"));
        return DryRun.of(Stories.source("replica-failure.runbook"), scenario(name), 1, given);
    }

    private static Scenario scenario(String name) {
        return Stories.scenario("replica-failure/" + name + ".yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "errant", "refused", "well"})
    void endsAsItsNameSays(String name) {
        DryRun run = run(name);
        assertThat(run.outcome()).as(run.told()).isEqualTo(scenario(name).expect().orElseThrow().outcome());
        assertThat(run.simulation().notModelled()).isEmpty();
        assertThat(run.simulation().missedSteps()).isEmpty();
        assertThat(run(name).told()).isEqualTo(run.told());
    }

    @Test
    void whatOnlyTheReplicaHadIsInTheJournalBeforeItIsGone() {
        DryRun run = run("errant");
        assertThat(run.events(Event.CallEnded.class)).extracting(ended -> String.valueOf(ended.answer()))
                .anySatisfy(answer -> assertThat(answer).contains("shop.written_by_hand", "by hand on db2"));
        assertThat(run.simulation().model().server("db2").orElseThrow().rows().table("shop.written_by_hand")).isEmpty();
    }

    @Test
    void aRefusedRebuildLeavesTheReplicaReadOnlyWithItsRows() {
        var db2 = run("refused").simulation().model().server("db2").orElseThrow();
        assertThat(db2.variables().superReadOnly()).isTrue();
        assertThat(db2.rows().count()).isGreaterThan(1_000);
    }
}
