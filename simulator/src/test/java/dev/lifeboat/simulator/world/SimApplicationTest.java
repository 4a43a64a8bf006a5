package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.app.Application;
import dev.lifeboat.builtins.app.ApplicationContract;
import dev.lifeboat.builtins.app.GivenApplication;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Network.Cut;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** The simulated application does what a small real one does. */
class SimApplicationTest extends ApplicationContract implements GivenApplication {
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop:
                primary: db1
                servers: {db1: {address: "db1:3306", login: dba}}
              other:
                primary: db2
                servers: {db2: {address: "db2:3306", login: dba}}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            endpoints: {orders: {kind: file, path: primary, login: dba}}
            """;
    private static final String APPLICATION = """
            application:
              url: https://shop.example.net
              maintenance:
                on: {http: PUT /admin/maintenance}
                off: {http: DELETE /admin/maintenance}
                state: {http: GET /admin/maintenance}
              read_only:
                on: {http: PUT /admin/read-only}
                off: {http: DELETE /admin/read-only}
                state: {http: GET /admin/read-only}
              restart: {http: POST /admin/restart}
              smoke_test: {http: GET /health}
              reconfigure: {http: "PUT /admin/database?server=${address}"}
              database: {http: GET /admin/database}
            """;
    private static final String STORY = "{application: {endpoint: orders, writes_per_second: 50}, start_run: 5s}";

    private final Simulation simulation = Stories.simulation(INVENTORY + APPLICATION, STORY);
    private final Model model = simulation.model();

    @Override
    public GivenApplication given() {
        return this;
    }

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public Application application() {
        return port(simulation);
    }

    @Override
    public Application undeclared() {
        return port(Stories.simulation(INVENTORY, STORY));
    }

    private static Application port(Simulation simulation) {
        return simulation.ports().find(Application.class, Application.NAME).orElseThrow();
    }

    @Override
    public Optional<String> writesTo() {
        long one = orders("db1");
        long two = orders("db2");
        clock().sleep(Duration.ofSeconds(2));
        model.catchUp();
        return Stream.of("db1", "db2").filter(name -> orders(name) > (name.equals("db1") ? one : two)).findFirst();
    }

    private long orders(String server) {
        return model(server).rows().table(dev.lifeboat.simulator.model.Application.TABLE).size();
    }

    private Server model(String name) {
        return model.server(name).orElseThrow();
    }

    @Override
    public void vanish() {
        model.change(() -> model.network().cut(Network.LIFEBOAT, Network.APPLICATION, Cut.REJECT));
    }

    @Override
    public void killDatabase() {
        model.change(() -> model("db1").stop());
    }
}
