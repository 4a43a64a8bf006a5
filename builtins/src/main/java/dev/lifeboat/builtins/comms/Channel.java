package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;

/** A way to reach people. */
@FunctionalInterface
public interface Channel {

    /**
     * @param person whom it is for, as the inventory names people
     * @throws Failure where it did not arrive; the next channel is tried then
     */
    void send(String person, String subject, String body);
}
