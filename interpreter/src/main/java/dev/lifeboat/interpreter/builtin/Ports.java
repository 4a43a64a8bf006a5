package dev.lifeboat.interpreter.builtin;

import java.util.Optional;

/** The world behind the builtins, real or simulated: finds a port by its interface and its name in the inventory. */
public interface Ports {
    <P> Optional<P> find(Class<P> kind, String name);
}
