package dev.lifeboat.simulator.model;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place where backups lie: its objects, and whether it can be used. What changes it is to be called inside {@link Model#change}. */
public final class Depot {
    private final String name;
    private final Keys keys;
    private final SortedMap<String, Kept> objects = new TreeMap<>();
    private boolean refusing;
    private boolean slow;
    private boolean full;
    private boolean tapeOut;

    /** An object. */
    public record Kept(byte[] content, Instant written) {}

    Depot(String name, Keys keys) {
        this.name = name;
        this.keys = keys;
    }

    public String name() {
        return name;
    }

    /** By which what lies here is sealed. */
    public Keys keys() {
        return keys;
    }

    /** By name. */
    public synchronized SortedMap<String, Kept> objects() {
        return new TreeMap<>(objects);
    }

    public synchronized Optional<Kept> find(String object) {
        return Optional.ofNullable(objects.get(object));
    }

    public synchronized Kept put(String object, byte[] content, Instant now) {
        Kept kept = new Kept(content.clone(), now);
        objects.put(object, kept);
        return kept;
    }

    /** Empty where there is one of that name, which stays as it was. */
    public synchronized Optional<Kept> create(String object, byte[] content, Instant now) {
        return objects.containsKey(object) ? Optional.empty() : Optional.of(put(object, content, now));
    }

    public synchronized void remove(String object) {
        objects.remove(object);
    }

    /** Whether it answers each request with an error. */
    public boolean refusing() {
        return refusing;
    }

    public void refusing(boolean now) {
        refusing = now;
    }

    public boolean slow() {
        return slow;
    }

    public void slow(boolean now) {
        slow = now;
    }

    /** Whether nothing more can be written. */
    public boolean full() {
        return full;
    }

    public void full(boolean now) {
        full = now;
    }

    /** Whether its tape is not in the drive. */
    public boolean tapeOut() {
        return tapeOut;
    }

    public void tapeOut(boolean now) {
        tapeOut = now;
    }
}
