package dev.lifeboat.builtins.store;

import java.time.Instant;

/**
 * An object of a store.
 *
 * @param size in bytes
 */
public record StoredObject(String name, long size, Instant written) {}
