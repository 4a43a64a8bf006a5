package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.preflight.EstateLooks;
import dev.lifeboat.builtins.preflight.Expected;
import dev.lifeboat.builtins.preflight.Needs;
import dev.lifeboat.builtins.preflight.Preflight;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is dead, the failover begins and ends; and a name that leads to another server ends it. */
class PreflightScenariosTest {
    private static final String PRIMARY = """
            application: {endpoint: orders-db, writes_per_second: 50}
            events:
              - {at: 60s, crash: db1}
            start_run: 75s
            people:
              incident_commander: {approves: promote, after: 40s}
            """;
    private static final String SITE = PRIMARY.replace("start_run", "  - {at: 60s, isolate: dr1}\nstart_run");

    private static Event.PreflightEnded preflight(String story) {
        Inventory inventory = Stories.example();
        Simulation simulation = Stories.play(story);
        Needs needs = new Needs(
                DryRun.program(Stories.source("primary-failure.runbook"), Builtins.registry(inventory)), inventory,
                "ecommerce", List.of());
        return new Preflight(simulation.clock(),
                new EstateLooks(inventory, needs, simulation.ports(), simulation.clock()).ofPorts(),
                new Expected(needs.servers(), new LinkedHashMap<>())).look();
    }

    /** A simulated host has only the programs that its scenario names. */
    private static String told(Event.PreflightEnded found) {
        return found.findings().stream().filter(finding -> !finding.message().contains("Not modelled"))
                .map(finding -> (finding.blocks() ? "BLOCKS " : "") + finding.message())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "site"})
    void nothingThatIsDeadKeepsAFailoverFromBeginningAndEnding(String which) {
        String story = which.equals("site") ? SITE : PRIMARY;
        assertThat(preflight(story).findings()).noneMatch(Event.Finding::blocks);

        DryRun run = DryRun.of(Stories.source("primary-failure.runbook"), Stories.told(story), 1);
        assertThat(run.outcome()).as(run.told()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void theDeadPrimaryIsToldAndKnownByItsReplicas() {
        Event.PreflightEnded found = preflight(PRIMARY);

        assertThat(told(found)).isEqualTo("""
                `db1` does not answer: nothing listens at db1.example.net:3306.
                """);
        assertThat(found.identities()).filteredOn(identity -> identity.name().equals("db1")).singleElement()
                .matches(identity -> identity.source().equals("its replicas"));
    }

    @Test
    void aNameThatLeadsToAnotherServerEndsTheRunWhateverItsHandlersSay() {
        String story = PRIMARY.replace("start_run", "  - {during: promote, replace: db2}\nstart_run");
        DryRun run = DryRun.of(Stories.source("primary-failure.runbook"), Stories.told(story), 1);

        assertThat(run.outcome()).as(run.told()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        assertThat(run.events(Event.RunEnded.class).getFirst().reason()).contains("`db2` leads to another server");
        assertThat(run.simulation().model().server("db2").orElseThrow().variables().readOnly().writable()).isFalse();
    }
}
