package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;

/** Whether a server runs its events. A part of {@link MySqlServer}. */
public interface ServerScheduler {

    ServerState state();

    /** Lets the server run its events, or not, until it is restarted ({@code event_scheduler}). */
    @PortEffect(value = CHANGES, privileges = "SYSTEM_VARIABLES_ADMIN")
    @Probe("eventSchedulerIs")
    void setEventScheduler(boolean on);

    default Seen eventSchedulerIs(boolean on) {
        return Seen.done(state().eventScheduler() == on);
    }
}
