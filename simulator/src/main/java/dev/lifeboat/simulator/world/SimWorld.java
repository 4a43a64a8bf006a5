package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.scenario.Scenario;
import java.util.Optional;

/**
 * What the simulated ports share.
 *
 * @param weight how many bytes each byte of a dump stands for
 */
record SimWorld(Inventory inventory, Scenario scenario, Model model, Spending spending, Gaps gaps, long weight) {
    private static final long BYTES_A_ROW = 24;

    /** Of an estate as its story begins. */
    static SimWorld of(Inventory inventory, Scenario scenario, Model model, Spending spending) {
        long rows = model.servers().stream().mapToLong(server -> server.rows().count()).max().orElse(1);
        return new SimWorld(inventory, scenario, model, spending, new Gaps(),
                Math.max(1, scenario.storage().size() / (BYTES_A_ROW * Math.max(1, rows))));
    }

    /** The same for what others do meanwhile, which costs the run no time. */
    SimWorld meanwhile() {
        return new SimWorld(inventory, scenario, model, spending.none(), gaps, weight);
    }

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
