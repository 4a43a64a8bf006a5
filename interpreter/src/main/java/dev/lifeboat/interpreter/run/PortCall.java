package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.value.Json;
import java.lang.reflect.Method;

/**
 * A call of a port, as the journal has it.
 *
 * @param call   the builtin's call that makes it
 * @param target which of the ports of this kind
 */
record PortCall(long call, long number, String port, String target, Method method, Json arguments, Effect effect) {

    PortCall number(long other) {
        return new PortCall(call, other, port, target, method, arguments, effect);
    }

    Event began() {
        return new Event.PortCallBegan(call, number, port, target, method.getName(), arguments, effect);
    }

    /**
     * @param answer   {@code null} where it failed
     * @param failure  {@code null} where it did not
     * @param identity who is behind the target; {@code null} where that is not known
     */
    Event ended(Json answer, Event.FailureRecord failure, String identity) {
        return new Event.PortCallEnded(call, number, port, target, method.getName(), arguments, answer, failure,
                identity);
    }

    boolean isEndedBy(Event.PortCallEnded ended) {
        return ended.call() == call && ended.number() == number;
    }
}
