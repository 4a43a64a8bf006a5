package dev.lifeboat.builtins.app;

import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;

/** What the inventory does not say of the application, and the real and the simulated one therefore can't do. */
public final class ApplicationGaps {
    private ApplicationGaps() {}

    /**
     * @param key under `application:`
     * @throws Failure where there is nothing
     */
    public static List<Action> declared(List<Action> actions, String key) {
        if (actions.isEmpty()) {
            throw Failure.of("The inventory does not say how to do `" + key + "` with the application.")
                    .hint("Add `" + key + ": …` under `application:`.");
        }
        return actions;
    }
}
