package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Action;
import java.util.List;
import java.util.Optional;

/**
 * How the application is steered.
 *
 * @param host        on which its commands run; empty for this machine
 * @param reconfigure how it is given another server; with {@link ServerPlaceholder}s
 * @param database    how one sees which server it was given
 */
public record ApplicationPlan(WebAccess web, Optional<String> host, Switch maintenance, Switch readOnly,
        List<Action> restart, List<Action> smokeTest, List<Action> reconfigure, Optional<Action> database) {
    /** One of which nothing is known. */
    public static final ApplicationPlan NONE = new ApplicationPlan(WebAccess.NONE, Optional.empty(), Switch.NONE,
            Switch.NONE, List.of(), List.of(), List.of(), Optional.empty());
}
