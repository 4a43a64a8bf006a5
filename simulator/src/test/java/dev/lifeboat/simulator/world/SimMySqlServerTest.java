package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GivenServers;
import dev.lifeboat.builtins.mysql.MySqlServerContract;

/** What MySQL does on real servers, the model does too. */
class SimMySqlServerTest extends MySqlServerContract {
    private final SimServers servers = new SimServers();

    @Override
    public GivenServers given() {
        return servers;
    }
}
