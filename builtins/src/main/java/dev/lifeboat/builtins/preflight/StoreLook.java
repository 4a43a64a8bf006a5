package dev.lifeboat.builtins.preflight;

import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.builtins.store.StoreState;

/** Looks whether a store can be used and keeps what is asked of it. One that can't blocks nothing: what it should have may lie in another one. */
final class StoreLook {
    private StoreLook() {}

    static void at(Store store, Notes notes) {
        StoreState state = store.state();
        String hint = state.usable()
                ? "What is stored there is less safe than the inventory asks for: put that right there."
                : "Look after it before it is needed, or take another store.";
        state.complaints().forEach(complaint -> notes.found(store.name(), complaint, hint));
        if (state.complaints().isEmpty()) {
            notes.fine("store `" + store.name() + "`");
        }
    }
}
