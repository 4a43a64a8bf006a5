package dev.lifeboat.builtins.site;

import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.SitePlan;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;

/** What the inventory does not say of a site, and the real and the simulated one therefore can't do. */
public final class PerimeterGaps {
    private PerimeterGaps() {}

    /** @throws Failure where there is nothing */
    public static List<Action> declared(String site, SitePlan plan, boolean fence) {
        List<Action> actions = plan.fence().to(fence);
        if (actions.isEmpty()) {
            throw Failure.of("The inventory does not say how site `" + site + "` is " + (fence ? "shut off" : "opened")
                    + ".").hint("Add `sites: {" + site + ": {fence: …, unfence: …, fenced: …}}`, or do it by hand.");
        }
        return actions;
    }
}
