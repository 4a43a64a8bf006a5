package dev.lifeboat.simulator.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** A machine, its power, and what runs on it. */
public final class Machine {
    private final String name;
    private final SequencedMap<String, Server> servers = new LinkedHashMap<>();
    private final SequencedSet<String> startedServices = new LinkedHashSet<>();
    private final SequencedSet<String> noAutostart = new LinkedHashSet<>();
    private boolean powered = true;

    Machine(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean powered() {
        return powered;
    }

    /** Lets {@code service} be the process of {@code server}. */
    public void runs(String service, Server server) {
        servers.put(service, server);
        server.runsOn(this);
    }

    /** A service that the model knows nothing of, but that it runs. */
    public void runs(String service) {
        startedServices.add(service);
    }

    public boolean running(String service) {
        Server server = servers.get(service);
        return powered && (server == null ? startedServices.contains(service) : server.running());
    }

    public void start(String service, boolean fenced) {
        Server server = servers.get(service);
        if (server == null) {
            startedServices.add(service);
        } else if (fenced) {
            server.startFenced();
        } else {
            server.start();
        }
    }

    public void stop(String service) {
        Server server = servers.get(service);
        if (server == null) {
            startedServices.remove(service);
        } else {
            server.stop();
        }
    }

    public boolean autostart(String service) {
        return !noAutostart.contains(service);
    }

    public void autostart(String service, boolean on) {
        if (on) {
            noAutostart.remove(service);
        } else {
            noAutostart.add(service);
        }
    }

    public void power(boolean on) {
        if (on && !powered) {
            powered = true;
            servers.forEach((service, server) -> bootUp(service));
        } else if (!on) {
            powered = false;
            servers.values().forEach(Server::stop);
        }
    }

    private void bootUp(String service) {
        if (autostart(service)) {
            start(service, false);
        }
    }
}
