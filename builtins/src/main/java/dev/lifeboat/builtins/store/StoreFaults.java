package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;

/** What is said in the same way of each kind of store. */
public final class StoreFaults {
    private StoreFaults() {}

    public static Failure missing(String store, String object) {
        return Failure.of("Store `" + store + "` has no object `" + object + "`.")
                .hint("It may have been pruned, or lie in another store: `backup.list(cluster)` says what there is.");
    }
}
