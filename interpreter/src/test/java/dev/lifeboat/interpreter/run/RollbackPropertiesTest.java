package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.grammar.fuzz.Reduction;
import dev.lifeboat.interpreter.replay.Diverged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What holds of every rollback, whatever was done before it, whatever went wrong, and wherever the process died: what
 * was done, or may have been, is taken back, last begun first, back to the horizon, less what is kept. By what the boxes
 * saw, not by what the engine believes. A runbook that fails is made as small as it can be.
 */
@Timeout(value = 3600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RollbackPropertiesTest {

    private static final int RUNBOOKS = Rounds.of(1_000, 10_000);
    private static final int CRASHES = Rounds.of(2, 20);
    private static final int LETTERS = 400;

    private final Set<String> seen = new TreeSet<>();
    private int unjudged;

    @Test
    void takesBackExactlyWhatWasDoneLastBegunFirst() {
        long first = Long.getLong("seed", 0);
        for (long seed = first; seed < first + RUNBOOKS; seed++) {
            var letters = Choices.random(seed, LETTERS);
            if (problem(letters, CRASHES).isPresent()) {
                throw new AssertionError("Seed " + seed + ": " + told(Reduction.of(letters, this::fails)));
            }
        }
        assertThat(seen).as("what the generator brought about").containsExactly("FAILED", "SUCCEEDED", "UNKNOWN",
                "died", "horizon", "kept", "point of no return", "stopped", "undo failed");
        assertThat(unjudged).as("crashes that nothing can be said of").isLessThan(RUNBOOKS * CRASHES / 10);
    }

    private boolean fails(String letters) {
        return problem(letters, 30).isPresent();
    }

    private String told(String letters) {
        var runbook = new GeneratedRunbook(letters);
        return problem(letters, 30).orElseThrow() + "\nLetters: " + letters + "\n" + runbook.text() + runbook.library();
    }

    /** What does not hold, of the run as a whole or of one that died at one of so many places. */
    private Optional<String> problem(String letters, int crashes) {
        var runbook = new GeneratedRunbook(letters);
        var whole = stage(runbook);
        var problem = judged(runbook, whole, whole.run());
        var places = new Random(letters.hashCode());
        for (int left = crashes; left > 0 && problem.isEmpty(); left--) {
            int last = 2 + places.nextInt(whole.journal.records().size() - 1);
            problem = died(runbook, last, places.nextBoolean());
        }
        return problem;
    }

    private Optional<String> died(GeneratedRunbook runbook, int last, boolean after) {
        var stage = stage(runbook);
        stage.dieAt(last, after);
        if (!stage.dies()) {
            return Optional.empty();
        }
        seen.add("died");
        if (new Trail(runbook, stage.boxes.trail()).isAnyBeginning()) {
            // Another may begin before its box sees that it has.
            unjudged++;
            return Optional.empty();
        }
        return resumed(runbook, stage)
                .map(problem -> problem + "\nDied " + (after ? "behind" : "before") + " record " + last + ".");
    }

    private Optional<String> resumed(GeneratedRunbook runbook, Stage stage) {
        try {
            return judged(runbook, stage, stage.resume());
        } catch (Diverged diverged) {
            return Optional.of(diverged.getMessage());
        }
    }

    private static Stage stage(GeneratedRunbook runbook) {
        return new Stage(runbook.text(), runbook.libraries());
    }

    private Optional<String> judged(GeneratedRunbook runbook, Stage stage, RunOutcome outcome) {
        stage.journal.records().forEach(recorded -> see(recorded.event()));
        var accesses = stage.boxes.trail();
        var trail = new Trail(runbook, accesses);
        if (trail.horizon() > 0) {
            seen.add("horizon");
        }
        var expected = new RollbackModel(runbook, trail).boxes();
        var found = new Undone(accesses);
        if (outcome != RunOutcome.ROLLED_BACK && outcome != RunOutcome.FAILED) {
            return Optional.of("The run ended " + outcome);
        }
        return differs("come to", found.boxes(), expected)
                .or(() -> differs("changed back", found.changes(), Undone.changes(accesses, expected)));
    }

    private static Optional<String> differs(String what, List<String> found, List<String> expected) {
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("Boxes " + what + " by the rollback: " + found + "\nExpected: " + expected);
    }

    private void see(Event event) {
        switch (event) {
            case Event.StepEnded ended when ended.state() != StepState.SKIPPED -> seen.add(ended.state().name());
            case Event.Kept kept -> seen.add("kept");
            case Event.UndoEnded ended when !ended.problem().isEmpty() -> seen.add("undo failed");
            case Event.RollbackEnded ended when ended.reason().startsWith("The point of no return") ->
                seen.add("point of no return");
            case Event.RollbackEnded ended when !ended.complete() -> seen.add("stopped");
            default -> {
            }
        }
    }

    /** What a rollback did, by what the boxes saw. */
    private record Undone(List<Boxes.Access> accesses) {

        /** None twice in a row: an undo that failed is tried again. */
        List<String> boxes() {
            var boxes = new ArrayList<String>();
            accesses.stream().filter(access -> access.way() == Boxes.Way.LOOK || isOwnUndo(access, Boxes.Way.ASKED))
                    .map(Boxes.Access::box).filter(box -> boxes.isEmpty() || !boxes.getLast().equals(box))
                    .forEach(boxes::add);
            return boxes;
        }

        /** An undo of a step's own may come to its end more than once, an inverse never. */
        List<String> changes() {
            var boxes = new ArrayList<String>();
            accesses.stream().filter(access -> access.way() == Boxes.Way.CHANGED)
                    .filter(access -> access.content().equals("clean")
                            || isOwnUndo(access, Boxes.Way.CHANGED) && !boxes.contains(access.box()))
                    .map(Boxes.Access::box).forEach(boxes::add);
            return boxes;
        }

        /** What has to change where these boxes are come to: those that were marked, once each. */
        static List<String> changes(List<Boxes.Access> accesses, List<String> expected) {
            return expected.stream().distinct().filter(box -> accesses.stream().anyMatch(access -> access.box()
                    .equals(box) && access.way() == Boxes.Way.CHANGED && access.content().equals("marked"))).toList();
        }

        private static boolean isOwnUndo(Boxes.Access access, Boxes.Way way) {
            return access.box().startsWith("u") && access.way() == way;
        }
    }
}
