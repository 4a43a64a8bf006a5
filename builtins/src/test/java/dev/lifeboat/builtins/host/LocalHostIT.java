package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Power;
import dev.lifeboat.builtins.inventory.Inventory.Service;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlLab;
import dev.lifeboat.builtins.lab.ServerPlan;
import dev.lifeboat.builtins.mysql.JdbcLogin;
import dev.lifeboat.builtins.mysql.JdbcMySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
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
        return host(Optional.of(new Power(db1.killCommand(), db1.autostartCommand("boot"))));
    }

    @Override
    public Host withoutPower() {
        return host(Optional.empty());
    }

    private Host host(Optional<Power> power) {
        SequencedMap<String, Service> services = new LinkedHashMap<>();
        services.put("mysql", new Service(Optional.empty(), Optional.of(db1.startCommand()),
                Optional.of(db1.startCommand("--persisted-globals-load=OFF --super-read-only=ON")),
                Optional.of(db1.stopCommand()), Optional.of(db1.killCommand()), Optional.of(db1.statusCommand()),
                Optional.of(db1.autostartCommand("enable")), Optional.of(db1.autostartCommand("disable")),
                Optional.of(db1.autostartCommand("is-enabled"))));
        services.put("bare",
                new Service(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return new LocalHost("machine1", new Inventory.Host(Optional.empty(), services, power), clock);
    }

    @Override
    public MySqlServer server() {
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", db1.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        return new JdbcMySqlServer(login, Optional.empty(), account -> login, clock, IdentityGuard.NONE);
    }
}
