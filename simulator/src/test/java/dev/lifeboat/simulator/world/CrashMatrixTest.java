package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run dies at records of its journal, just before one is written (what it tells of has happened) and just behind it (what it announces has not), and is
 * carried on with the servers that it left: it ends as the run that did not die, and no change is made twice. Under {@code -Dlong=true} at each record, else at some.
 */
@Timeout(3600)
class CrashMatrixTest {
    private static final boolean EACH = Boolean.getBoolean("long");

    private static final Set<String> REPEATABLE = Set.of("http", "persistSkipReplicaStart", "startHeartbeat", "archive",
            "apply", "load", "topUp");

    @ParameterizedTest
    @CsvSource({"primary-failure, default, 41", "primary-failure, behind, 41", "primary-failure, refused, 41",
            "data-corruption, default, 19", "data-corruption, replica, 199", "data-corruption, restore, 229",
            "site-outage, archive, 318"})
    void endsAsTheRunThatDidNotDie(String runbook, String scenario, int usualStep) {
        int step = EACH ? 1 : usualStep;
        var whole = new MortalRun(runbook, scenario);
        var outcome = whole.run();
        List<Recorded> records = whole.records();
        int first = 2 + Math.floorMod(scenario.hashCode(), step);
        for (int last = first; last <= records.size(); last += step) {
            for (boolean after : List.of(false, true)) {
                if (!after && records.get(last - 1).event() instanceof Event.PauseAnswered) {
                    // They would decide once more, and in a scenario decide once.
                    continue;
                }
                var run = died(runbook, scenario, last, after);
                var where = scenario + ", died " + (after ? "behind " : "before ") + records.get(last - 1);
                assertThat(run.resume()).as(where).isEqualTo(outcome);
                assertThat(run.state()).as(where).isEqualTo(whole.state());
                int more = isRepeatable(records.get(last - 1).event()) ? 1 : 0;
                run.changes().forEach((change, times) -> assertThat(times).as("%s: %s", where, change)
                        .isLessThanOrEqualTo(whole.changes().getOrDefault(change, ofTheMoment(change)) + more));
            }
        }
    }

    /** A comparison lets a replica catch up once, where its source has written in between: whether it has depends on the moment. */
    private static int ofTheMoment(String change) {
        return change.contains(".startApplierUntil[") ? 1 : 0;
    }

    /** Of what its port says that to do it once more is to have done it once. */
    private static boolean isRepeatable(Event event) {
        return event instanceof Event.PortCallEnded ended && REPEATABLE.contains(ended.method());
    }

    private static MortalRun died(String runbook, String scenario, int last, boolean after) {
        var run = new MortalRun(runbook, scenario);
        run.dieAt(last, after);
        try {
            run.run();
        } catch (Journal.JournalLost died) {
            return run;
        }
        throw new AssertionError("It did not die at record " + last + ".");
    }
}
