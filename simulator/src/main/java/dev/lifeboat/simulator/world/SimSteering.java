package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.app.Application;
import java.time.Duration;

/** The application as it lets itself be steered: it obeys every request and command that the inventory has for it. */
final class SimSteering implements Application {
    private final Spending spending;

    SimSteering(Spending spending) {
        this.spending = spending;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void http(String request, Duration limit) {
        spending.spend(Cost.REQUEST);
    }

    @Override
    public void command(String command, Duration limit) {
        spending.spend(Cost.COMMAND);
    }
}
