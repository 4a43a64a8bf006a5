package dev.lifeboat.cli;

import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.TreeText;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** A runbook that was edited while its run stood still. What has begun must be as it was, or nobody could tell where the run stands; formatting and comments don't count. */
record Amendment(CheckedRunbook before, CheckedRunbook after) {

    /**
     * What was edited, for people.
     *
     * @throws UsageProblem where something was that the run has begun
     */
    List<String> accepted(List<Recorded> history) {
        List<String> changed = changed(before.steps(), after.steps());
        List<String> begun = begun(history).stream().filter(changed::contains).toList();
        if (!begun.isEmpty()) {
            throw new UsageProblem("The edited runbook can't be taken: "
                    + (begun.size() == 1 ? "step" : "steps") + " `" + String.join("`, `", begun)
                    + "` had begun and was changed. Leave as it was what has begun, and add what is missing behind it.");
        }
        if (!declarations(before).equals(declarations(after))) {
            throw new UsageProblem(
                    "The edited runbook can't be taken: its declarations were changed, and steps that have "
                            + "begun may rest on them. Only steps that have not begun may change.");
        }
        return changed.stream().map(this::told).toList();
    }

    private String told(String step) {
        return "step `" + step + "` "
                + (!before.steps().containsKey(step)
                        ? "is new"
                        : after.steps().containsKey(step) ? "changed" : "is gone");
    }

    private static List<String> changed(SequencedMap<String, CheckedStep> before,
            SequencedMap<String, CheckedStep> after) {
        List<String> changed = new ArrayList<>();
        before.forEach((name, step) -> {
            if (!after.containsKey(name) || !text(step.item()).equals(text(after.get(name).item()))) {
                changed.add(name);
            }
        });
        after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(changed::add);
        return changed;
    }

    private static String text(Item item) {
        return TreeText.of(item);
    }

    private static List<String> declarations(CheckedRunbook runbook) {
        return runbook.tree().declarations().stream().filter(declaration -> !(declaration instanceof Declaration.Use))
                .map(TreeText::of).toList();
    }

    /** The steps of the runbook itself, without their rounds and what they perform. */
    private static SequencedSet<String> begun(List<Recorded> history) {
        SequencedSet<String> begun = new LinkedHashSet<>();
        history.forEach(recorded -> {
            if (recorded.event() instanceof Event.StepBegan began) {
                begun.add(began.step().replaceFirst("[\\[.].*", ""));
            }
        });
        return begun;
    }
}
