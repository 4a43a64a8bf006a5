package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class LocalHostIT extends HostContract implements GivenHost {
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
        db1.start();
        db1.execute("SET PERSIST read_only = OFF");
        host().autostart("mysql", true);
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
    public Address address() {
        return new Address("127.0.0.1", db1.port());
    }

    @Override
    public void freeze() {
        db1.freeze();
    }

    @Override
    public void thaw() {
        db1.thaw();
    }

    @Override
    public MySqlServer server() {
        return new LabHost(db1).port(clock);
    }
}
