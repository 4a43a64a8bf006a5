package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileEndpointIT extends EndpointContract implements GivenEndpoint {
    private static LabDatabases databases;
    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        databases = LabDatabases.start();
    }

    @AfterAll
    static void end() {
        if (databases != null) {
            databases.close();
        }
    }

    @BeforeEach
    void makeWell() {
        databases.makeWell();
        endpoint().restore(List.of("db1"));
    }

    @Override
    public GivenEndpoint given() {
        return this;
    }

    @Override
    public Clock clock() {
        return databases.clock;
    }

    @Override
    public Endpoint endpoint() {
        return new FileEndpoint("orders", folder.resolve("primary"), databases::application, databases.clock);
    }

    @Override
    public MySqlServer server(String name) {
        return databases.server(name);
    }

    @Override
    public void kill(String server) {
        databases.lab.server(server).kill();
    }

    @Override
    public void freeze(String server) {
        databases.lab.server(server).freeze();
    }

    @Override
    public void openSession() {
        throw new UnsupportedOperationException("Sessions do not go through a file.");
    }
}
