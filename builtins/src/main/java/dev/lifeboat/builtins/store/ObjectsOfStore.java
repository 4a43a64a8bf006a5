package dev.lifeboat.builtins.store;

/** A store as a runbook names it, by what moves its bytes. */
public record ObjectsOfStore(ObjectStore objects) implements Store {

    @Override
    public String name() {
        return objects.name();
    }

    @Override
    public StoreState state() {
        return objects.state();
    }

    @Override
    public void release() {
        objects.release();
    }

    @Override
    public boolean released() {
        return objects.isReleased();
    }
}
