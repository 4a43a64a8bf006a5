package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runbook for a site that is gone, in the scenarios that come with it. */
class SiteOutageTest {

    private static DryRun run(String name) {
        return DryRun.of(Stories.source("site-outage.runbook"), Stories.scenario("site-outage/" + name + ".yaml"), 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"default", "partition", "witness-reaches", "stale", "local-users", "bare", "archive", "hole"})
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

    @Test
    void whatTheOtherSiteLacksBesideItsDataIsTold() {
        assertThat(run("bare").told()).contains("The DR site has not got all that it needs");
        assertThat(run("default").told()).doesNotContain("The DR site has not got all that it needs");
    }

    /** In both stories the DR site had received nothing for twenty minutes. */
    @Test
    void whatWasArchivedElsewhereIsNotLost() {
        DryRun archive = run("archive");
        assertThat(archive.told()).contains("transactions that nobody had sent it out of store s3");
        assertThat(lost(archive)).isLessThan(Duration.ofMinutes(1));
        assertThat(archive.told()).doesNotContain("accept_loss  done");

        DryRun stale = run("stale");
        assertThat(stale.told()).contains("what the DR site has not received is lost");
        assertThat(lost(stale)).isGreaterThan(Duration.ofMinutes(19));
    }

    private static Duration lost(DryRun run) {
        Model model = run.simulation().model();
        return model.application().orElseThrow().loss(model.server("dr1").orElseThrow());
    }

    @Test
    void nothingBehindAHoleIsBrought() {
        DryRun hole = run("hole");
        assertThat(hole.told()).contains("there is a hole between what it has and what is there");
        assertThat(lost(hole)).isGreaterThan(Duration.ofMinutes(19));
    }

    /** Those who know no proxy go by a name, which leads to the DR site as the proxy does. */
    @Test
    void everyWayToTheClusterLeadsToTheOtherSite() {
        Inventory inventory = Stories.exampleWith("""
                  orders-name:
                    kind: dns
                    server: ns1.example.net:53
                    resolvers: ["10.0.0.53:53"]
                    zone: example.net
                    name: orders-primary.example.net
                    ttl: 30s
                    key: {name: lifeboat, algorithm: hmac-sha256, secret: {file: secrets/tsig}}
                    addresses: {db1: 10.0.0.1, db2: 10.0.0.2, dr1: 10.0.1.1}
                    address: orders-primary.example.net:3306
                    login: app
                """);
        DryRun run = DryRun.of(inventory, Stories.source("site-outage.runbook"),
                Stories.scenario("site-outage/default.yaml"), 1, new LinkedHashMap<>());

        assertThat(run.outcome()).as(run.told()).isEqualTo(RunOutcome.DONE);
        for (String way : List.of("orders-db", "orders-name")) {
            assertThat(run.simulation().model().route(way).orElseThrow().targets()).as("%s", way)
                    .extracting(Server::name).containsExactly("dr1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"partition", "witness-reaches", "local-users"})
    void whereTheSiteMayStillBeThereNobodyIsPromoted(String name) {
        Model model = run(name).simulation().model();

        assertThat(model.server("dr1").orElseThrow().variables().readOnly().writable()).isFalse();
        assertThat(model.perimeters().isShut("main")).isFalse();
        assertThat(model.operation().configured()).isEmpty();
    }
}
