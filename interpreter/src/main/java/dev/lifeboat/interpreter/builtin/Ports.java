package dev.lifeboat.interpreter.builtin;

import java.util.Optional;
import java.util.function.Consumer;

/** The world behind the builtins, real or simulated: finds a port by its interface and its name in the inventory. */
public interface Ports {
    <P> Optional<P> find(Class<P> kind, String name);

    /** Lets these ports tell {@code guard} whom they meet, before they do anything there. */
    default void guardedBy(IdentityGuard guard) {}

    /** Lets {@code listener} hear what these ports could not do because the model behind them can't; never called where they are real. */
    default void whenNotModelled(Consumer<String> listener) {}
}
