package dev.lifeboat.cli.console;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a run: how it ended, and what became of the objectives. */
final class RunSummary {
    private RunSummary() {}

    static List<String> lines(Event.RunEnded end, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(" ");
        lines.add(style.bold("Ended: ") + outcome(end.outcome(), style) + ", after " + Texts.duration(end.took()));
        if (!end.reason().isEmpty()) {
            lines.add("  " + end.reason());
        }
        if (!end.objectives().isEmpty()) {
            lines.add(style.bold("Objectives"));
            end.objectives().forEach(objective -> lines.add("  " + objective(objective, style)));
        }
        return lines;
    }

    private static String outcome(RunOutcome outcome, Style style) {
        String text = Timeline.outcome(outcome);
        return outcome == RunOutcome.DONE ? style.good(text) : style.bad(text);
    }

    private static String objective(Event.Objective objective, Style style) {
        String measured = objective.measured() == null ? "not reached" : Texts.duration(objective.measured());
        String verdict = objective.met() ? style.good("met") : style.bad("MISSED");
        return String.format("%-18s %12s of %-6s  %s", objective.name(), measured, Texts.duration(objective.limit()),
                verdict)
                + (objective.how().isEmpty() ? "" : "  " + style.faint(objective.how()));
    }
}
