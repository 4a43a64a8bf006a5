package dev.lifeboat.simulator.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** A machine, its power, and what runs on it. */
public final class Machine {
    private final String name;
    private final SequencedMap<String, Server> servers = new LinkedHashMap<>();
    private final SequencedSet<String> startedServices = new LinkedHashSet<>();
    private final SequencedSet<String> noAutostart = new LinkedHashSet<>();
    private final SequencedMap<String, List<String>> logs = new LinkedHashMap<>();
    private boolean powered = true;
    private boolean diskFull;

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
        log(service, fenced ? "started fenced" : "started");
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
        log(service, "stopped");
        if (server == null) {
            startedServices.remove(service);
        } else {
            server.stop();
        }
    }

    private void log(String service, String what) {
        logs.computeIfAbsent(service, none -> new ArrayList<>()).add(service + ": " + what);
    }

    /** What was done with a service on this machine, the oldest first. */
    public List<String> log(String service) {
        return logs.getOrDefault(service, List.of(service + ": started with the machine"));
    }

    public boolean diskFull() {
        return diskFull;
    }

    void fillDisk(boolean full) {
        diskFull = full;
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
