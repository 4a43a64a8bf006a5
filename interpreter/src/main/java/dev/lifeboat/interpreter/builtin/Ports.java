package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.world.Lease;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The world behind the builtins, real or simulated: finds a port by its interface and its name in the inventory. */
public interface Ports {
    <P> Optional<P> find(Class<P> kind, String name);

    /** Lets these ports tell {@code guard} whom they meet, before they do anything there. */
    default void guardedBy(IdentityGuard guard) {}

    /** Lets {@code listener} hear what these ports could not do because the model behind them can't; never called where they are real. */
    default void whenNotModelled(Consumer<String> listener) {}

    /** What entitles the run to use them for more than looking. */
    default Lease lease() {
        return Lease.UNCONTESTED;
    }

    /**
     * The same ports, for a call: what they send to a server says there of which step and call it is.
     *
     * @param progress hears how far those have come that take long; shown, not journaled
     */
    default Ports marked(String step, long call, Consumer<String> progress) {
        return this;
    }

    /** Ends what earlier holders of the lease still have open, and returns when it is over. */
    default Eviction evictFormer() {
        return new Eviction(List.of(), List.of(), List.of());
    }

    /**
     * What became of that which earlier holders had under way.
     *
     * @param ended    what was ended, or was seen not to be there: a line for each server
     * @param unfenced what could not be ended: servers that can't be reached, and whatever is no session of a server
     * @param running  what was told to end and has not; nothing may be done as long as there is any
     */
    record Eviction(List<String> ended, List<String> unfenced, List<String> running) {}
}
