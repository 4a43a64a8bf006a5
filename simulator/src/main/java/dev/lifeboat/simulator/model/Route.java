package dev.lifeboat.simulator.model;

import java.util.List;
import java.util.Optional;

/** An endpoint: where it sends the application. */
public final class Route {
    private final String name;
    private List<Server> targets;

    Route(String name, List<Server> targets) {
        this.name = name;
        this.targets = List.copyOf(targets);
    }

    public String name() {
        return name;
    }

    public List<Server> targets() {
        return targets;
    }

    public void targets(List<Server> wanted) {
        targets = List.copyOf(wanted);
    }

    Optional<Server> target() {
        return targets.stream().findFirst();
    }
}
