package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.ServiceWatch;
import dev.lifeboat.simulator.model.Application;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.Optional;

/** What the simulated application saw. */
final class SimWatch implements ServiceWatch {
    private final Model model;
    private final Application application;

    SimWatch(Model model, Application application) {
        this.model = model;
        this.application = application;
    }

    @Override
    public Optional<Duration> outage() {
        model.catchUp();
        return application.outage();
    }

    @Override
    public Optional<Duration> loss() {
        model.catchUp();
        return takesWrites().map(application::loss);
    }

    private Optional<Server> takesWrites() {
        return model.destination(application).filter(server -> server.variables().writable());
    }
}
