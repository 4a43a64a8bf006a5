package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;

/**
 * A way to reach people. It ends within {@code Clock.remaining()}, whatever the other side does, and nothing that it says holds a secret.
 */
public interface Channel {

    /** @throws Failure where it did not arrive; the next channel is tried then */
    void send(Dispatch dispatch);

    /** What would keep a message from being sent now, a full sentence; empty where nothing is known to. No message is sent for it. */
    Optional<String> problem();
}
