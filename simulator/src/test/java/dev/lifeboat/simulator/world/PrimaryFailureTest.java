package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first runbook in the scenarios that come with it. */
class PrimaryFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "primary-answers", "behind", "tail", "refused"})
    void endsAsItsNameSays(String name) {
        Scenario scenario = Stories.scenario("primary-failure/" + name + ".yaml");
        DryRun run = DryRun.of(Stories.source("primary-failure.runbook"), scenario, 1);
        assertThat(run.outcome()).as(run.told()).isEqualTo(scenario.expect().orElseThrow().outcome());
        assertThat(run.simulation().unseenFailures()).isEmpty();
        assertThat(run.simulation().notModelled()).isEmpty();
        assertThat(run.simulation().missedSteps()).isEmpty();
        assertThat(DryRun.of(Stories.source("primary-failure.runbook"), scenario, 1).told()).isEqualTo(run.told());
    }
}
