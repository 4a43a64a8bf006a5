package dev.lifeboat.builtins.app;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;

/** The application, as far as the inventory lets Lifeboat steer it: what is done when a service level is entered or left. */
public interface Application {
    /** The only one there is. */
    String NAME = "application";

    String name();

    /** @param request a method and an address: {@code POST https://shop.example.net/admin/read-only}; an answer other than 2xx is a failure */
    @PortEffect(Effect.CHANGES)
    @Probe("isPutIntoAState")
    void http(String request, Duration limit);

    /** @param command a shell line of the inventory, run here; a status other than 0 is a failure */
    @PortEffect(Effect.CHANGES)
    @Probe("isPutIntoAState")
    void command(String command, Duration limit);

    /** What the inventory has for a service level puts the application into that state: to do it once more is to have done it once. */
    default Seen isPutIntoAState(String what, Duration limit) {
        return Seen.REPEATABLE;
    }
}
