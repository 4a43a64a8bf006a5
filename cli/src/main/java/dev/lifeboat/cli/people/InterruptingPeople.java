package dev.lifeboat.cli.people;

import dev.lifeboat.interpreter.world.Intermediary;
import dev.lifeboat.interpreter.world.People;
import java.util.function.BooleanSupplier;

/** People, and a key by which they ask for a word before the next step. */
public record InterruptingPeople(People people, BooleanSupplier pressed) implements Intermediary {

    @Override
    public boolean takeInterruption() {
        return pressed.getAsBoolean();
    }
}
