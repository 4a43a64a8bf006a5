package dev.lifeboat.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the model could not do and a real world could: gathered, and told to who listens, so that no dry run promises more than it tried. */
final class Gaps {
    private final List<String> found = new ArrayList<>();
    private Consumer<String> listener = what -> {};

    void listen(Consumer<String> listener) {
        this.listener = listener;
    }

    void found(String what) {
        found.add(what);
        listener.accept(what);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
