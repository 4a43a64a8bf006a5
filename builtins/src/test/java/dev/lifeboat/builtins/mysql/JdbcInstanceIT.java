package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.lab.MySqlDistribution;
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
