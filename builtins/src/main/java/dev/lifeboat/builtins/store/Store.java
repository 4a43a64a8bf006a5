package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;

/** A store of the inventory, as a runbook names it. What lies in it is the affair of the ports of {@code builtins.backup}. */
public interface Store {

    /** As the inventory calls it. */
    String name();

    StoreState state();

    /** Lets go of what can be taken out of it: a tape is unmounted, so that all that was written is on it. Of any other store nothing is done. */
    @PortEffect(Effect.CHANGES)
    @Probe("isReleased")
    void release();

    /** Whether nothing is in it that could be taken out. */
    boolean released();

    default Seen isReleased() {
        return Seen.done(released());
    }
}
