package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Power;
import dev.lifeboat.builtins.inventory.Inventory.Service;
import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcMySqlServer;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** What an inventory says of the machine of a server of a lab. */
record LabHost(LabServer server) {

    Inventory.Host withPower(Optional<Ssh> ssh) {
        return host(ssh, Optional.of(new Power(server.killCommand(), server.autostartCommand("boot"))));
    }

    Inventory.Host withoutPower(Optional<Ssh> ssh) {
        return host(ssh, Optional.empty());
    }

    private Inventory.Host host(Optional<Ssh> ssh, Optional<Power> power) {
        SequencedMap<String, Service> services = new LinkedHashMap<>();
        services.put("mysql", new Service(Optional.empty(), Optional.of(server.startCommand()),
                Optional.of(server.startCommand("--persisted-globals-load=OFF --super-read-only=ON")),
                Optional.of(server.stopCommand()), Optional.of(server.killCommand()),
                Optional.of(server.statusCommand()), Optional.of(server.autostartCommand("enable")),
                Optional.of(server.autostartCommand("disable")), Optional.of(server.autostartCommand("is-enabled")),
                Optional.of("cat " + server.errorLog())));
        services.put("bare",
                new Service(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return new Inventory.Host(ssh, services, power);
    }

    MySqlServer port(Clock clock) {
        JdbcLogin login = new JdbcLogin("db1", new Address("127.0.0.1", server.port()), LabAccounts.LIFEBOAT,
                () -> LabAccounts.LIFEBOAT_PASSWORD, Tls.PREFER);
        return new JdbcMySqlServer(login, Optional.empty(), account -> login, clock, IdentityGuard.NONE);
    }
}
