package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.world.Lease;
import java.util.List;
import java.util.Optional;

/** A lease that a run of this process has, until it is closed: then it leaves how its run ended, and never itself. */
public sealed interface TakenLease extends Lease, AutoCloseable permits HeldLease, SharedLease {

    String cluster();

    /** The runs whose leases are frozen by this one. */
    List<String> frozen();

    /** Why others see no heartbeat of late; empty where they do, or none is expected. */
    Optional<String> unheard();

    /** How the run ended, for the marker that is left. */
    void ends(String how);

    @Override
    void close();
}
