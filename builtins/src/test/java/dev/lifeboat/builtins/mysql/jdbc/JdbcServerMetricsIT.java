package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.mysql.GivenServers;
import dev.lifeboat.builtins.mysql.LabServers;
import dev.lifeboat.builtins.mysql.ServerMetrics;
import dev.lifeboat.builtins.mysql.ServerMetricsContract;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcServerMetricsIT extends ServerMetricsContract {
    private static LabServers servers;

    @BeforeAll
    static void start() throws Exception {
        servers = LabServers.start(MySqlDistribution.find());
    }

    @AfterAll
    static void end() throws Exception {
        if (servers != null) {
            servers.close();
        }
    }

    @BeforeEach
    void makeWell() throws Exception {
        servers.well();
    }

    @Override
    public GivenServers given() {
        return servers;
    }

    @Override
    public ServerMetrics metrics(String server) {
        return new JdbcServerMetrics(servers.lifeboat(server), Optional.empty(), servers.clock(), IdentityGuard.NONE);
    }
}
