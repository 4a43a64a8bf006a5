package dev.lifeboat.simulator.model;

import java.util.Optional;

/** How the application is operated: what it was told from outside. What changes it is to be called inside {@link Model#change}. */
public final class Operation {
    private boolean maintenance;
    private boolean readOnly;
    private Optional<Server> configured = Optional.empty();
    private Optional<Server> takenUp = Optional.empty();

    Operation() {}

    public boolean inMaintenance() {
        return maintenance;
    }

    public void maintenance(boolean on) {
        maintenance = on;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void readOnly(boolean on) {
        readOnly = on;
    }

    /** The server in its settings; empty where those name an endpoint. */
    public Optional<Server> configured() {
        return configured;
    }

    /** It looks at its settings when it starts. */
    public void configure(Server server) {
        configured = Optional.of(server);
    }

    public void restart() {
        takenUp = configured;
    }

    /** Whether it places orders at all. */
    boolean writes() {
        return !maintenance && !readOnly;
    }

    /** The server that it writes to past all endpoints. */
    Optional<Server> direct() {
        return takenUp;
    }
}
