package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbook for a site that is gone, in the scenarios that come with it. */
class SiteOutageTest {

    private static DryRun run(String name) {
        return DryRun.of(Stories.source("site-outage.runbook"), Stories.scenario("site-outage/" + name + ".yaml"), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "partition", "stale", "local-users"})
    void endsAsItsNameSays(String name) {
        Scenario scenario = Stories.scenario("site-outage/" + name + ".yaml");
        DryRun run = run(name);
        assertThat(run.outcome()).as(run.told()).isEqualTo(scenario.expect().orElseThrow().outcome());
        assertThat(run.simulation().unseenFailures()).isEmpty();
        assertThat(run.simulation().notModelled()).isEmpty();
        assertThat(run.simulation().missedSteps()).isEmpty();
        assertThat(run(name).told()).isEqualTo(run.told());
    }

    @Test
    void theApplicationWritesInTheOtherSiteAndTheLostOneIsShutOff() {
        Model model = run("default").simulation().model();

        assertThat(model.perimeters().isShut("main")).isTrue();
        assertThat(model.destination(model.application().orElseThrow())).map(server -> server.name()).contains("dr1");
        assertThat(model.application().orElseThrow().outage()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partition", "local-users"})
    void whereTheSiteMayStillBeThereNobodyIsPromoted(String name) {
        Model model = run(name).simulation().model();

        assertThat(model.server("dr1").orElseThrow().variables().readOnly().writable()).isFalse();
        assertThat(model.perimeters().isShut("main")).isFalse();
        assertThat(model.operation().configured()).isEmpty();
    }
}
