package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Server;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first runbook under one fault after another: whatever happens, nothing that a replica received is given up, and never do two servers take writes. */
class FaultsTest {
    private static final List<Long> SEEDS = List.of(1L, 2L);
    private static final String STORY = """
            application: {endpoint: orders-db, writes_per_second: 20}
            start_run: 75s
            people: {incident_commander: {approves: any, after: 40s}, cto: {approves: any, after: 60s}}
            servers: {%s}
            events: [%s]
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            textBlock = """
                    the primary crashes                        | | {at: 60s, crash: db1} | DONE
                    its machine loses its power                | | {at: 60s, power_off: db1} | DONE
                    it is cut off from everybody               | | {at: 60s, isolate: db1} | DONE
                    it hangs                                   | | {at: 60s, freeze: db1} | NEEDS_A_PERSON
                    it hangs for half a minute                 | | {at: 60s, freeze: db1}, {at: 90s, thaw: db1} | DONE
                    we are cut off from it                     | | {at: 60s, cut: [lifeboat, db1]} | NEEDS_A_PERSON
                    it is cut off for 43 seconds               | | {at: 60s, isolate: db1}, {at: 103s, reconnect: db1} | DONE
                    a firewall answers in its place            | | {at: 60s, cut: [lifeboat, db1], how: reject} | NEEDS_A_PERSON
                    its disk is full                           | | {at: 60s, fill_disk: db1} | NEEDS_A_PERSON
                    its connections are used up                | | {at: 60s, use_up_connections: db1} | NEEDS_A_PERSON
                    its commits wait for a dead replica        | db1: {semi_sync: 10m}, db2: {semi_sync: 10m} | {at: 60s, crash: db2} | NEEDS_A_PERSON
                    we are cut off from everybody              | | {at: 60s, isolate: lifeboat} | NEEDS_A_PERSON
                    a replica crashes as well                  | | {at: 60s, crash: db1}, {at: 60s, crash: db2} | DONE
                    the new primary crashes                    | | {at: 60s, crash: db1}, {after: promote, crash: db2} | NEEDS_A_PERSON
                    an applier had stopped                     | | {at: 10s, stop_applier: db2}, {at: 60s, crash: db1} | DONE
                    a receiver had stopped                     | | {at: 10s, stop_receiver: db2}, {at: 60s, crash: db1} | DONE
                    a replica applies slowly                   | db2: {apply_lag: 20s, applies_per_second: 60} | {at: 60s, crash: db1} | DONE
                    a replica receives late                    | db2: {lag: 5s} | {at: 60s, crash: db1} | DONE
                    a replica has an errant transaction        | | {at: 30s, write_on: db2}, {at: 60s, crash: db1} | DONE
                    the old primary had persisted to be open   | db1: {persisted_read_only: false} | {at: 60s, crash: db1} | DONE
                    somebody starts the old primary meanwhile  | | {at: 60s, crash: db1}, {during: promote, wait: 10s, start: db1} | DONE
                    """)
    void isSafe(String name, String servers, String events, RunOutcome expected) {
        for (long seed : SEEDS) {
            DryRun run = DryRun.of(Stories.source("primary-failure.runbook"),
                    Stories.told(STORY.formatted(servers == null ? "" : servers, events)), seed);
            assertThat(run.outcome()).as("with seed %d:%n%s", seed, run.told()).isEqualTo(expected);
            assertThat(run.simulation().unseenFailures()).isEmpty();
            assertThat(run.simulation().notModelled()).isEmpty();
            run.simulation().model().catchUp();
            assertAtMostOneTakesWrites(run.simulation().model());
            assertNothingReceivedIsGivenUp(run.simulation().model());
        }
    }

    private static void assertAtMostOneTakesWrites(Model model) {
        assertThat(model.servers()).filteredOn(
                server -> model.line(Network.APPLICATION, server) == Line.OPEN && server.variables().writable())
                .hasSizeLessThan(2);
    }

    /** What the primary had written, and any server but itself has, the one that now takes writes has too. */
    private static void assertNothingReceivedIsGivenUp(Model model) {
        Server db1 = model.server("db1").orElseThrow();
        Server now = model.route("orders-db").orElseThrow().targets().stream().findFirst().orElse(db1);
        GtidSet received = model.servers().stream().filter(server -> server != db1 && server.running())
                .map(server -> server.executed().union(server.channel().map(channel -> channel.received())
                        .orElse(GtidSet.EMPTY)))
                .reduce(GtidSet.EMPTY, GtidSet::union);
        assertThat(now.executed().contains(received.from(db1.uuid()))).isTrue();
    }
}
