package dev.lifeboat.cli.console;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;

/** What a preflight found: all that is in order in one line, and whatever is not in a line of its own with what to do. */
public record PreflightReport(Event.PreflightEnded found, Style style) {

    public static boolean isBlocked(Event.PreflightEnded found) {
        return found.findings().stream().anyMatch(Event.Finding::blocks);
    }

    /** For the beginning of a run. */
    public List<String> brief() {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Preflight: ") + Texts.count(found.inOrder().size(), "thing") + " in order, "
                + Texts.count(found.findings().size(), "finding") + ".");
        found.findings().stream().filter(Event.Finding::blocks).forEach(finding -> add(finding, lines));
        found.findings().stream().filter(finding -> !finding.blocks()).forEach(finding -> add(finding, lines));
        return lines;
    }

    private void add(Event.Finding finding, List<String> lines) {
        lines.add(
                "  " + (finding.blocks() ? style.bad("BLOCKS") : style.warning("finding")) + "  " + finding.message());
        if (!finding.hint().isEmpty()) {
            lines.add("           " + style.faint(finding.hint()));
        }
    }

    /** With each thing that is in order, and who is behind each name. */
    public List<String> whole() {
        List<String> lines = new ArrayList<>();
        found.inOrder().forEach(line -> lines.add("  " + style.good("ok") + "       " + line));
        found.identities().stream().filter(identity -> !identity.source().equals("seen")).forEach(identity -> lines
                .add("  known    `" + identity.name() + "` is " + identity.identity() + ", by " + identity.source()));
        lines.addAll(brief());
        lines.add("Took " + Texts.duration(found.took().truncatedTo(java.time.temporal.ChronoUnit.MILLIS)) + ".");
        return lines;
    }
}
