package dev.lifeboat.builtins.app;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.PortEffect;
import java.time.Duration;

/** The application, as far as the inventory lets Lifeboat steer it: what is done when a service level is entered or left. */
public interface Application {
    /** The only one there is. */
    String NAME = "application";

    String name();

    /** @param request a method and an address: {@code POST https://shop.example.net/admin/read-only}; an answer other than 2xx is a failure */
    @PortEffect(Effect.CHANGES)
    void http(String request, Duration limit);

    /** @param command a shell line of the inventory, run here; a status other than 0 is a failure */
    @PortEffect(Effect.CHANGES)
    void command(String command, Duration limit);
}
