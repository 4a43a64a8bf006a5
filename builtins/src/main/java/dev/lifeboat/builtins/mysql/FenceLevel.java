package dev.lifeboat.builtins.mysql;

import java.util.Locale;

/** How surely a server takes no writes; each level is stronger than those before it. */
public enum FenceLevel {
    /** No endpoint leads there. */
    ROUTE,
    /** Its process is gone and does not start by itself. */
    PROCESS,
    /** Nothing reaches it over the network. */
    NETWORK,
    /** Its machine is switched off. */
    POWER,
    /** It says itself that it is read-only, and stays so when it is restarted. */
    SQL;

    /** As it stands in the fact {@code fence}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
