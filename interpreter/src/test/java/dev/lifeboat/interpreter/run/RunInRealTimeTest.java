package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same engine on real time, where branches really run at once. What happens when is not certain; what comes of it is. */
@Timeout(60)
class RunInRealTimeTest {

    private static final String RUNBOOK = """
            #! box a = a0
            #! box b = b0
            #! box c = c0
            #! fault a: slow 0.05s; slow 0.05s
            #! fault b: ok; hangs
            #! approve asked: yes by ada
            runbook real_time "Real time"
                version "1"
                owner @lead
                on failure rollback
            escalation { after 10ms notify @team }
            phase all "All" {
                parallel {
                    step one "One" timeout 20s { box.put(server("a"), "a1") }
                    step two "Two" timeout 20s { box.put(server("b"), "b1") }
                    step waits "Waits" timeout 20s {
                        wait until box.holds(server("a"), "a1") and box.holds(server("b"), "b1") every 5ms timeout 10s
                    }
                }
                for each box_of in [server("a"), server("c")] at most 2 at once {
                    step more "More" timeout 20s { box.add(box_of, "+") }
                }
                step asked "Asked" approve by @lead within 10s
                step hangs "Hangs" timeout 100ms { box.put(server("b"), "b2") }
                on failure { continue }
                step last "Last" when hangs.unknown {
                    wait 20ms
                    fail "Enough."
                }
            }
            """;

    @Test
    void branchesLimitsAndTheLadderWorkSideBySide() {
        var clock = new SystemClock();
        var stage = new Stage(RUNBOOK, Libraries.NONE, clock);
        assertThat(stage.run()).isEqualTo(RunOutcome.ROLLED_BACK);
        assertThat(stage.boxes.contents()).isEqualTo(new TreeMap<>(Map.of("a", "a0", "b", "b0", "c", "c0")));
        assertThat(clock.unseenFailures()).isEmpty();
        assertThat(steps(stage, StepState.SUCCEEDED)).contains("one", "two", "waits", "more[a]", "more[c]", "asked");
        assertThat(steps(stage, StepState.UNKNOWN)).containsExactly("hangs");
        assertThat(stage.journal.records().stream().filter(told -> told.event() instanceof Event.Escalated)).hasSize(1);
    }

    private static List<String> steps(Stage stage, StepState state) {
        return stage.journal.records().stream().map(Recorded::event).filter(Event.StepEnded.class::isInstance)
                .map(Event.StepEnded.class::cast).filter(ended -> ended.state() == state).map(Event.StepEnded::step)
                .toList();
    }
}
