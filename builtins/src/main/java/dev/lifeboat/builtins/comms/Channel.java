package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;

/** A way to reach people. */
@FunctionalInterface
public interface Channel {

    /**
     * @param person whom it is for, as the inventory names people
     * @throws Failure where it did not arrive; the next channel is tried then
     */
    void send(String person, String subject, String body);

    /** What would keep a message from being sent now, a full sentence; empty where nothing is known to. No message is sent for it. */
    default Optional<String> problem() {
        return Optional.empty();
    }
}
