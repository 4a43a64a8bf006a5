package dev.lifeboat.simulator.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All places where backups lie, and the keys by which they are sealed. */
public final class Storage {
    private final Map<String, Depot> depots = new LinkedHashMap<>();
    private final Map<String, Keys> keys = new LinkedHashMap<>();

    Storage() {}

    /** @param secret the secret of the inventory that holds its keys */
    public Depot add(String name, String secret) {
        Depot depot = new Depot(name, keys.computeIfAbsent(secret, Keys::new));
        depots.put(name, depot);
        return depot;
    }

    public Optional<Depot> depot(String name) {
        return Optional.ofNullable(depots.get(name));
    }

    public Collection<Depot> depots() {
        return depots.values();
    }
}
