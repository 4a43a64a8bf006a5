package dev.lifeboat.cli.console;

import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import java.util.ArrayList;
import java.util.List;

/** An approval as it is asked for: the same for who follows the run and for who signs elsewhere. */
public final class ApprovalLines {
    private ApprovalLines() {}

    public static List<String> of(ApprovalRequest request, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.warning("approval needed") + " by " + Timeline.roles(request.roles())
                + (request.votes() > 1 ? ", " + request.votes() + " of them" : ""));
        request.calls().forEach(call -> lines.add("  " + call));
        request.servers().forEach((name, identity) -> lines.add("  " + style.faint(name + " is " + identity)));
        request.facts().forEach((name, value) -> lines.add("  " + name.replace('_', ' ') + ": " + value));
        return lines;
    }
}
