package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.scenario.Scenario;
import java.util.Optional;

/** What the simulated ports share. */
record SimWorld(Inventory inventory, Scenario scenario, Model model, Spending spending, Gaps gaps) {

    /** The user of a login of the inventory. */
    String user(String login) {
        return Optional.ofNullable(inventory.logins().get(login)).map(Inventory.Login::user)
                .orElseThrow(() -> Failure.of("The inventory has no login `" + login + "`.")
                        .hint("Add it under `logins:`."));
    }

    /** @param what that it is not modelled, after "Not modelled:" */
    Failure notModelled(String what) {
        gaps.found(what);
        return Failure.of("Not modelled: " + what + ".")
                .hint("The simulator can't tell what would happen; a drill on real servers can.");
    }
}
