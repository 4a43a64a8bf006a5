package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.People.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who of a scenario is called, and who acknowledges. */
class EscalationTest {
    private static final Source RUNBOOK = Source.of("ladder.runbook", """
            runbook ladder "A ladder"
                version "1"
                owner @database_lead
            escalation {
                after 5m notify @on_call
                after 15m notify @database_lead
            }
            phase first "First" {
                step long "A long one" takes 1s { wait 40m }
            }
            """);

    private static DryRun run(String people) {
        return DryRun.of(RUNBOOK, Stories.told(people), 1);
    }

    private static List<Recipient> told(DryRun run) {
        return run.events(Event.Told.class).stream().flatMap(told -> told.message().to().stream()).toList();
    }

    private static Duration acknowledged(DryRun run, String rung) {
        Instant start = run.records().getFirst().at();
        return run.records().stream()
                .filter(record -> record.event() instanceof Event.Acknowledged by && by.rung().equals(rung)).findFirst()
                .map(record -> Duration.between(start, record.at())).orElseThrow();
    }

    @Test
    void whoeverIsCalledAcknowledgesWhereTheScenarioSaysNothing() {
        DryRun run = run("expect: done");

        assertThat(told(run)).containsExactly(new Recipient("on_call", "senior_dba"),
                new Recipient("database_lead", "database_team_lead"));
        assertThat(acknowledged(run, "rung 1")).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(8));
        assertThat(run.told()).isEqualTo(run("expect: done").told());
    }

    @Test
    void whoIgnoresItIsFollowedByTheNextHolder() {
        DryRun run = run("""
                people:
                  senior_dba: {ignores: any}
                  database_team_lead: [{acknowledges: on_call, after: 3m}, {ignores: database_lead}]
                """);

        assertThat(run.events(Event.Acknowledged.class))
                .containsExactly(new Event.Acknowledged("rung 1", "on_call", "database_team_lead", "simulated"));
        assertThat(acknowledged(run, "rung 1")).isEqualTo(Duration.ofMinutes(13));
        assertThat(told(run)).containsExactly(new Recipient("on_call", "senior_dba"),
                new Recipient("on_call", "database_team_lead"), new Recipient("database_lead", "database_team_lead"),
                new Recipient("database_lead", "database_team_lead"));
    }

    @Test
    void whoIsLateCountsAsWell() {
        DryRun run = run("""
                people:
                  senior_dba: {acknowledges: on_call, after: 7m}
                  database_team_lead: {ignores: any}
                """);

        assertThat(acknowledged(run, "rung 1")).isEqualTo(Duration.ofMinutes(12));
        assertThat(told(run)).startsWith(new Recipient("on_call", "senior_dba"),
                new Recipient("on_call", "database_team_lead"));
    }
}
