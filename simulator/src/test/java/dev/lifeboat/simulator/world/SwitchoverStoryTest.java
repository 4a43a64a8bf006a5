package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a planned switchover leaves behind, in the scenarios that come with it. */
class SwitchoverStoryTest {

    private static DryRun play(String scenario) {
        return DryRun.of(Stories.source("switchover.runbook"), Stories.scenario("switchover/" + scenario + ".yaml"), 1);
    }

    private static Server server(DryRun run, String name) {
        return run.simulation().model().server(name).orElseThrow();
    }

    private static List<String> done(DryRun run) {
        return run.events(Event.Did.class).stream().map(did -> did.target() + " " + did.what()).toList();
    }

    @Test
    void noOrderIsLostAndAllFollowTheNewPrimary() {
        DryRun run = play("default");
        Application application = run.simulation().model().applications().getFirst();

        assertThat(run.outcome()).isEqualTo(RunOutcome.DONE);
        assertThat(application.lostOrders(server(run, "db2"))).isZero();
        assertThat(application.acknowledged()).isPositive();
        assertThat(server(run, "db1").variables().readOnly().writable()).isFalse();
        for (String replica : List.of("db1", "dr1", "late")) {
            assertThat(server(run, replica).channel().orElseThrow().receiver().sourceUuid())
                    .isEqualTo(server(run, "db2").uuid());
        }
        assertThat(done(run)).anyMatch(what -> what.startsWith("db2 is the primary: nobody could write for "));
    }

    /** Ten seconds, not until somebody has decided what becomes of the run. */
    @Test
    void anApplierThatStopsCostsTenSecondsAndNoOrder() {
        DryRun run = play("applier-stops");
        Application application = run.simulation().model().applications().getFirst();

        assertThat(done(run)).as(run.told()).contains("db1 takes writes again", "db1 runs its events again");
        assertThat(application.lostOrders(server(run, "db1"))).isZero();
        assertThat(server(run, "db1").variables().readOnly().writable()).isTrue();
        assertThat(server(run, "db2").variables().readOnly().writable()).isFalse();
        assertThat(server(run, "dr1").channel().orElseThrow().receiver().sourceUuid())
                .isEqualTo(server(run, "db1").uuid());
        assertThat(application.outage().orElseThrow()).isBetween(Duration.ofSeconds(9),
                Duration.ofSeconds(12));
    }

    @Test
    void aSlowReplicaDoesNotTakeOverAndNoWriteIsRefused() {
        DryRun run = play("slow-replica");

        assertThat(run.simulation().model().applications().getFirst().refusals()).isZero();
        assertThat(run.told()).contains("it is more than 10s behind `db1`");
    }

    @Test
    void aBrokenReplicaDoesNotTakeOverAndNothingIsTouched() {
        DryRun run = play("broken-replica");

        assertThat(run.simulation().model().applications().getFirst().refusals()).isZero();
        assertThat(done(run)).noneMatch(what -> what.contains("read-only"));
    }
}
