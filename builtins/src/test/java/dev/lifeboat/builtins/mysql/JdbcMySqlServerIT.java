package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcMySqlServerIT extends MySqlServerContract {
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
}
