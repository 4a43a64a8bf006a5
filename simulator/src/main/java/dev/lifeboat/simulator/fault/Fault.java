package dev.lifeboat.simulator.fault;

import dev.lifeboat.simulator.model.Network;

/** Something that happens to the world without the runbook's doing. */
public sealed interface Fault {

    record OnServer(ServerFault what, String server) implements Fault {}

    /** @param on whether its power comes back or goes */
    record Power(String host, boolean on) implements Fault {}

    /** @param full whether nothing is left on its disk, or there is room again */
    record Disk(String host, boolean full) implements Fault {}

    /** Neither of the two reaches the other any more. */
    record Cut(String one, String other, Network.Cut how) implements Fault {}

    record Heal(String one, String other) implements Fault {}
}
