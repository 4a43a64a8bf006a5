package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.mysql.GivenServers;
import dev.lifeboat.builtins.mysql.LabServers;
import dev.lifeboat.builtins.mysql.MySqlServerContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** On each version of MySQL that can be had here. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.lifeboat.builtins.lab.MySqlDistribution#all")
class JdbcMySqlServerIT extends MySqlServerContract {
    private static LabServers servers;

    @Parameter
    MySqlDistribution distribution;

    @BeforeParameterizedClassInvocation
    static void start(MySqlDistribution distribution) throws Exception {
        servers = LabServers.start(distribution);
    }

    @AfterParameterizedClassInvocation
    static void end() throws Exception {
        if (servers != null) {
            servers.close();
        }
        servers = null;
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
