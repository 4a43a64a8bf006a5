package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.builtins.store.StoreState;
import java.util.List;
import java.util.Optional;

/** A store of the model as such: it has room without end, keeps what it promises, and has nothing in it that could be taken out. */
record SimStore(String name) implements Store {

    @Override
    public StoreState state() {
        return new StoreState(true, Optional.empty(), List.of());
    }

    @Override
    public void release() {}

    @Override
    public boolean released() {
        return true;
    }
}
