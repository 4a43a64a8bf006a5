package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Optional;

/** What a store promises, as it says itself, and what the inventory asks of it and it does not keep. */
public record StoreState(
        @Doc("Whether it can be used.") boolean usable,
        @Doc("How much room is left; none where there is no end.") Optional<Value.Size> free,
        @Doc("What is wrong with it, each a sentence.") List<String> complaints) {
    public StoreState {
        complaints = List.copyOf(complaints);
    }
}
