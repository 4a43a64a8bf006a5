package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.check.Libraries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds of every rollback, whatever was done before it and whatever went wrong. */
@Timeout(120)
class RollbackPropertiesTest {

    private static final int RUNS = 150;

    private final Set<String> seen = new TreeSet<>();

    @Test
    void undoesExactlyWhatWasDoneLastFirstLessWhatIsKept() {
        for (long seed = 0; seed < RUNS; seed++) {
            var stage = stage(seed);
            var before = stage.boxes.contents();
            assertThat(stage.run()).as("seed %d", seed).isEqualTo(RunOutcome.ROLLED_BACK);
            assertThat(undone(stage)).as("seed %d", seed).isEqualTo(registered(stage));
            before.computeIfPresent("kept0", (box, content) -> content + kept(stage));
            assertThat(stage.boxes.contents()).as("seed %d", seed).isEqualTo(before);
            stage.journal.records().forEach(recorded -> see(recorded.event()));
        }
        assertThat(seen).as("what the generator brought about").containsExactly("FAILED", "SUCCEEDED", "UNKNOWN",
                "kept", "undo failed");
    }

    private void see(Event event) {
        switch (event) {
            case Event.StepEnded ended -> seen.add(ended.state().name());
            case Event.Kept kept -> seen.add("kept");
            case Event.UndoEnded ended when !ended.problem().isEmpty() -> seen.add("undo failed");
            default -> {
            }
        }
    }

    /** Whoever is asked says to try again: in the end every undo works. */
    private static Stage stage(long seed) {
        return new Stage("#! insists\n" + new RandomRunbook(seed).write(), Libraries.NONE);
    }

    private static List<Long> undone(Stage stage) {
        var undone = new ArrayList<Long>();
        for (var recorded : stage.journal.records()) {
            if (recorded.event() instanceof Event.UndoEnded ended && ended.problem().isEmpty()) {
                undone.add(ended.inverse());
            }
        }
        return undone;
    }

    /**
     * By what the journal says before the rollback: per step in the order of beginning, per step in the order of the
     * calls; then backwards.
     */
    private static List<Long> registered(Stage stage) {
        var bySteps = new LinkedHashMap<String, List<Long>>();
        for (var recorded : stage.journal.records()) {
            switch (recorded.event()) {
                case Event.StepBegan began -> bySteps.putIfAbsent(began.step(), new ArrayList<>());
                case Event.InverseRegistered inverse -> bySteps.get(inverse.step()).add(inverse.inverse());
                default -> {
                }
            }
        }
        bySteps.keySet().removeIf(step -> step.startsWith(RandomRunbook.KEPT));
        return bySteps.values().stream().flatMap(List::stream).toList().reversed();
    }

    private static String kept(Stage stage) {
        long count = stage.journal.records().stream()
                .filter(recorded -> recorded.event() instanceof Event.Kept).count();
        return "!".repeat((int) count);
    }
}
