package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.Locale;

/** How surely a server takes no writes; each level is stronger than those before it. */
public enum FenceLevel {
    @Doc("No endpoint leads there.")
    ROUTE,
    @Doc("Its process is gone and does not start by itself.")
    PROCESS,
    @Doc("Nothing reaches it over the network.")
    NETWORK,
    @Doc("Its machine is switched off.")
    POWER,
    @Doc("It says itself that it is read-only, and stays so when it is restarted.")
    SQL;

    /** As it stands in the fact {@code fence}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
