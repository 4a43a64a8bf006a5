package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.BinaryLogsContract;
import dev.lifeboat.builtins.mysql.GivenLogs;

/** What real binary logs tell, the model's do too. */
class SimBinaryLogsTest extends BinaryLogsContract {
    private final SimLogs servers = new SimLogs();

    @Override
    public GivenLogs given() {
        return servers;
    }
}
