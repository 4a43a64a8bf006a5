package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class LocalHostIT extends HostContract implements GivenLabHost {
    private static MySqlLab lab;
    private static LabServer db1;
    private final Clock clock = new SystemClock();

    @BeforeAll
    static void start() throws Exception {
        lab = MySqlLab.start(ServerPlan.primary("db1"));
        db1 = lab.server("db1");
    }

    @AfterAll
    static void end() {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void makeWell() throws Exception {
        makeServerWell();
    }

    @Override
    public GivenHost given() {
        return this;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Host host() {
        return new LocalHost("machine1", new LabHost(db1).withPower(Optional.empty()), clock);
    }

    @Override
    public Host withoutPower() {
        return new LocalHost("machine1", new LabHost(db1).withoutPower(Optional.empty()), clock);
    }

    @Override
    public LabServer db1() {
        return db1;
    }
}
