package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GivenLogs;
import dev.lifeboat.builtins.mysql.InstanceContract;

/** What happens to the data directories of real servers happens to the model's too. */
class SimInstanceTest extends InstanceContract {
    private final SimLogs servers = new SimLogs();

    @Override
    public GivenLogs given() {
        return servers;
    }
}
