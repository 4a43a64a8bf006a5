package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GivenServers;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.ServerMetricsContract;

/** What real servers count, the model counts too. */
class SimServerMetricsTest extends ServerMetricsContract {
    private final SimServers servers = new SimServers();

    @Override
    public GivenServers given() {
        return servers;
    }

    @Override
    public ServerMetrics metrics(String server) {
        return servers.metrics(server);
    }
}
