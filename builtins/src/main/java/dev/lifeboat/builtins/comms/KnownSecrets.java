package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;

/** Fetches a secret of a channel, each time that it is needed. */
@FunctionalInterface
public interface KnownSecrets {
    String fetch(SecretSource source);
}
