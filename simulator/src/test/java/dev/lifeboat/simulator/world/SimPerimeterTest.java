package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.site.GivenPerimeter;
import dev.lifeboat.builtins.site.Perimeter;
import dev.lifeboat.builtins.site.PerimeterContract;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Model;
import java.time.Duration;

/** The simulated perimeter of a site does what commands do. */
class SimPerimeterTest extends PerimeterContract implements GivenPerimeter {
    private static final String INVENTORY = """
            environment: lab
            clusters:
              shop:
                primary: db1
                servers: {db1: {address: "db1:3306", login: dba}, dr1: {address: "dr1:3306", login: dba, site: dr}}
            logins: {dba: {user: lifeboat, password: {env: A}}, replication: {user: repl, password: {env: B}}}
            endpoints: {orders: {kind: file, path: primary, login: dba}}
            sites:
              main: {fence: {command: shut}, unfence: {command: open}, fenced: {command: look}}
            """;
    private static final String STORY = """
            application: {endpoint: orders, writes_per_second: 50}
            start_run: 5s
            """;

    private Simulation simulation = Stories.simulation(INVENTORY, STORY);

    @Override
    public GivenPerimeter given() {
        return this;
    }

    @Override
    public Clock clock() {
        return simulation.clock();
    }

    @Override
    public Perimeter perimeter() {
        return port("main");
    }

    @Override
    public Perimeter undeclared() {
        return port("dr");
    }

    private Perimeter port(String site) {
        return simulation.ports().find(Perimeter.class, site).orElseThrow();
    }

    /** The application is outside. */
    @Override
    public boolean isPassable() {
        Model model = simulation.model();
        model.catchUp();
        Application application = model.application().orElseThrow();
        long before = application.acknowledged();
        clock().sleep(Duration.ofSeconds(1));
        model.catchUp();
        return application.acknowledged() > before;
    }

    @Override
    public void breakIt() {
        simulation = Stories.simulation(INVENTORY, STORY + "sites: {main: {obeys: false}}\n");
    }
}
