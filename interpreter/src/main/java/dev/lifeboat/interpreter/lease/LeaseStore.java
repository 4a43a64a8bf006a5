package dev.lifeboat.interpreter.lease;

import java.util.List;
import java.util.Optional;

/**
 * Where the leases of one cluster lie: small texts by name. What it has to promise is what a local disk and a bucket with conditional writes can: a text is there
 * whole or not at all, and of several who create the same name exactly one does.
 *
 * <p>All methods throw a {@link dev.lifeboat.interpreter.builtin.Failure} where the store can't be used.
 */
public interface LeaseStore {

    /** Where that is, for people. */
    String place();

    /** @return whether this call created it; false where it was there before, which it stays as it was. On return it outlasts a crash of the machine. */
    boolean create(String name, String text);

    /** Writes it whether it is there or not; readers see the old text or the new. */
    void replace(String name, String text);

    Optional<String> read(String name);

    boolean exists(String name);

    List<String> names();

    /** Shows to the other processes of this machine that this one lives, until it is closed or the process ends in any way. */
    Presence enter(String name);

    /** Whether the process that entered is certain to have ended, as far as can be seen from this machine. */
    boolean hasLeft(String name);

    interface Presence extends AutoCloseable {
        @Override
        void close();
    }
}
