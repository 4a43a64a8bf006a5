package dev.lifeboat.interpreter.builtin;

/**
 * Knows who is behind each name of the inventory, for one run. A port that {@link HasIdentity} reports whom it has met on every connection, before it does
 * anything there.
 */
@FunctionalInterface
public interface IdentityGuard {

    /** For what is no part of a run. */
    IdentityGuard NONE = (name, identity) -> {};

    /**
     * @param name     as the inventory has it
     * @param identity what stays while it is the same one, such as a {@code server_uuid}
     * @throws Halt where the name has led to another one before
     */
    void met(String name, String identity);
}
