package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Inventory.Ssh;

/** @param name the host's in the inventory */
record SshTarget(String name, Ssh way) {

    /** For messages. */
    @Override
    public String toString() {
        return "host `" + name + "` (" + way + ")";
    }
}
