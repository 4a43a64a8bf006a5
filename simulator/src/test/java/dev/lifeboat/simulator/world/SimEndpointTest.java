package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.endpoint.GivenEndpoint;
import dev.lifeboat.builtins.endpoint.ProxyContract;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Server;

/** A simulated endpoint does what HAProxy does. */
class SimEndpointTest extends ProxyContract implements GivenEndpoint {
    private final Simulation simulation = Stories.simulation("""
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1:3306", login: dba}
                  db2: {address: "db2:3306", login: dba}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            endpoints: {orders: {kind: file, path: primary, login: dba}}
            """, "start_run: 5s");
    private final Model model = simulation.model();

    @Override
    public GivenEndpoint given() {
        return this;
    }

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public Endpoint endpoint() {
        return simulation.ports().find(Endpoint.class, "orders").orElseThrow();
    }

    @Override
    public MySqlServer server(String name) {
        return Stories.server(simulation, name);
    }

    @Override
    public void kill(String server) {
        model.change(() -> model(server).stop());
    }

    @Override
    public void freeze(String server) {
        model.change(() -> model(server).hang());
    }

    @Override
    public void openSession() {
        Server target = model.route("orders").orElseThrow().targets().getFirst();
        model.change(() -> target.sessions().open(Application.USER, Network.APPLICATION));
    }

    private Server model(String name) {
        return model.server(name).orElseThrow();
    }
}
