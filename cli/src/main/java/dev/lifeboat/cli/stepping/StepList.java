package dev.lifeboat.cli.stepping;

import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The steps of a run, and what has become of each. Follows the run. */
public final class StepList implements Listener {
    private final CheckedRunbook program;
    private final Map<String, String> states = new LinkedHashMap<>();

    public StepList(CheckedRunbook program) {
        this.program = program;
    }

    @Override
    public synchronized void heard(Recorded recorded) {
        switch (recorded.event()) {
            case Event.StepBegan step -> states.put(step.step(), "running");
            case Event.StepSkipped step -> states.put(step.step(), "skipped: " + step.reason());
            case Event.Paused paused -> states.put(paused.request().step(), "FAILED, waits for a decision");
            case Event.StepEnded step -> states.put(step.step(), state(step));
            case Event.UndoEnded undo when undo.problem().isEmpty() -> states.put(undo.step(), "taken back");
            default -> {
            }
        }
    }

    private static String state(Event.StepEnded step) {
        return switch (step.state()) {
            case SUCCEEDED -> "done after " + Texts.duration(step.took());
            case FAILED, UNKNOWN -> step.state() + ": " + step.reason();
            case SKIPPED -> "skipped: " + step.reason();
        };
    }

    /** @param here the step that the run stands at */
    public synchronized List<String> lines(String here) {
        List<String> lines = new ArrayList<>();
        for (Phase phase : program.tree().phases()) {
            lines.add(phase.name().text());
            program.steps().values().stream().filter(step -> isIn(phase, step))
                    .forEach(step -> lines(step.name(), here, lines));
        }
        return lines;
    }

    private static boolean isIn(Phase phase, CheckedStep step) {
        return phase.span().start() <= step.item().span().start() && step.item().span().end() <= phase.span().end();
    }

    /** What stands in loops, or is performed, has a line for each of its own. */
    private void lines(String step, String here, List<String> lines) {
        List<String> own = states.keySet().stream()
                .filter(name -> name.equals(step) || name.startsWith(step + "[") || name.startsWith(step + "."))
                .toList();
        own.forEach(name -> lines.add(line(name, states.get(name), here)));
        if (own.isEmpty()) {
            lines.add(line(step, "", here));
        }
    }

    private static String line(String step, String state, String here) {
        return String.format(Locale.ROOT, "%s %-20s  %s", step.equals(here) ? "->" : "  ", step, state).stripTrailing();
    }

    /** Their names, as the runbook has them. */
    List<String> names() {
        return List.copyOf(program.steps().sequencedKeySet());
    }
}
