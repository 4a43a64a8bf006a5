package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.builtins.mysql.GivenLogs;
import dev.lifeboat.builtins.mysql.InstanceContract;
import dev.lifeboat.builtins.mysql.LabLogs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The data directories of real servers, of the MySQL that has the clone plugin. Each test spoils its servers. */
class JdbcInstanceIT extends InstanceContract {
    @TempDir
    private Path folder;
    private LabLogs servers;

    @BeforeEach
    void start() throws Exception {
        servers = LabLogs.start(MySqlDistribution.find(), folder);
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @Override
    public GivenLogs given() {
        return servers;
    }
}
