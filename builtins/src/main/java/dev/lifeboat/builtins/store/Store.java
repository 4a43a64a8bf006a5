package dev.lifeboat.builtins.store;

/** A store of the inventory, as a runbook names it. What lies in it is the affair of the ports of {@code builtins.backup}. */
public interface Store {

    /** As the inventory calls it. */
    String name();

    StoreState state();
}
