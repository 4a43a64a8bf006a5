package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Value;

/**
 * What is known outside of a body: the steps so far, seen from a place, and the names that are known everywhere.
 *
 * @param step whose body it is, in the journal; empty outside of steps
 */
record Sight(RunContext context, Place place, String step) implements Frame.Surroundings {

    @Override
    public Value step(String name, int shared) {
        return place.step(name, shared);
    }

    @Override
    public Value named(String name) {
        return name.equals(Incident.NAME)
                ? context.incident.value(step)
                : context.names().find(name).orElse(Value.NONE);
    }
}
