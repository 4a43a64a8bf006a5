package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.host.GivenHost;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.HostContract;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;

/** A simulated host does what a real one does. */
class SimHostTest extends HostContract implements GivenHost {
    private static final String INVENTORY = """
            environment: lab
            clusters: {shop: {primary: db1, servers: {db1: {address: "db1:3306", login: dba, host: machine1}}}}
            hosts:
              machine1:
                services: {mysql: {unit: mysqld, start_fenced: start-fenced}, bare: {}}
                power: {off: power-off, on: power-on}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            """;
    private static final String SCENARIO = """
            servers: {db1: {option_file_read_only: false, persisted_read_only: false}}
            commands:
              machine1:
                echo hello: hello
                ls /nowhere: {exit: 2, text: "ls: cannot access '/nowhere'"}
            start_run: 5s
            """;

    private final Simulation simulation = Stories.simulation(INVENTORY, SCENARIO);

    @Override
    public GivenHost given() {
        return this;
    }

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public Host host() {
        return Stories.host(simulation, "machine1");
    }

    @Override
    public Host withoutPower() {
        return Stories.host(Stories.simulation(INVENTORY.replaceAll(" *power: \\{.*\n", ""), SCENARIO), "machine1");
    }

    @Override
    public Address address() {
        return new Address("db1", 3306);
    }

    @Override
    public void freeze() {
        simulation.model().server("db1").orElseThrow().hang();
    }

    @Override
    public void thaw() {
        simulation.model().server("db1").orElseThrow().thaw(simulation.clock().now());
    }

    @Override
    public MySqlServer server() {
        return Stories.server(simulation, "db1");
    }
}
