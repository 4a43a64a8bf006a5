package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GivenCatalogs;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalogContract;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;

/** What MySQL says and does of what is defined on real servers, the model does too. */
class SimServerCatalogTest extends ServerCatalogContract {
    private final Simulation simulation = Stories.simulation("""
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "db1:3306", login: dba}
                  db2: {address: "db2:3306", login: dba}
            logins:
              dba: {user: lifeboat, password: {env: A}}
              replication: {user: repl, password: {env: B}}
              app: {user: app, password: {env: C}}
            """, """
            servers:
              db2: {net_timeout: 4s, heartbeat_period: 2s, connect_retry: 1s, retry_count: 86400}
            start_run: 5s
            """);
    private final Model model = simulation.model();

    @Override
    public GivenCatalogs given() {
        return new GivenCatalogs() {
            @Override
            public Clock clock() {
                return simulation.clock();
            }

            @Override
            public ServerCatalog catalog(String server) {
                return simulation.ports().find(ServerCatalog.class, server).orElseThrow();
            }

            @Override
            public String application() {
                return "app";
            }

            @Override
            public void dropAccount(String server, String user) {
                model.change(() -> model.server(server).orElseThrow().catalog().lacksAccount(user));
            }

            @Override
            public void openSession(String server, String user) {
                model.change(() -> model.server(server).orElseThrow().sessions().open(user, Network.APPLICATION));
            }
        };
    }
}
