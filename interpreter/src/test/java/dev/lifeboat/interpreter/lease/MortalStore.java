package dev.lifeboat.interpreter.lease;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A store whose user is killed at some point: before or after one of its accesses. What the user's heartbeat does is not counted. */
final class MortalStore implements LeaseStore {
    private final LeaseStore store;
    private final Thread user = Thread.currentThread();
    private int left;

    MortalStore(LeaseStore store, int accesses) {
        this.store = store;
        this.left = accesses;
    }

    /** The user is no more. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private <T> T access(Supplier<T> what) {
        live();
        T answer = what.get();
        live();
        return answer;
    }

    private void live() {
        if (Thread.currentThread() == user && left-- <= 0) {
            throw new Killed();
        }
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public boolean create(String name, String text) {
        return access(() -> store.create(name, text));
    }

    @Override
    public void replace(String name, String text) {
        access(() -> {
            store.replace(name, text);
            return null;
        });
    }

    @Override
    public Optional<String> read(String name) {
        return access(() -> store.read(name));
    }

    @Override
    public boolean exists(String name) {
        return access(() -> store.exists(name));
    }

    @Override
    public List<String> names() {
        return access(store::names);
    }

    @Override
    public Presence enter(String name) {
        return access(() -> store.enter(name));
    }

    @Override
    public boolean hasLeft(String name) {
        return access(() -> store.hasLeft(name));
    }
}
