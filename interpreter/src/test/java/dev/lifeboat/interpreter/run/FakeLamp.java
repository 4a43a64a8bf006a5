package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Lamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lamp behind the gate: notes what reaches it, and does what the test wants in its place. */
final class FakeLamp implements Lamp {
    final List<String> reached = new ArrayList<>();
    /** What happens when it is turned, before it is. */
    Runnable onTurn = () -> {};
    boolean lit;

    @Override
    public String name() {
        return "its own name, which nobody asks for";
    }

    @Override
    public boolean lit() {
        reached.add("lit");
        return lit;
    }

    @Override
    public Reading read(List<Colour> colours, Optional<Duration> within) {
        reached.add("read");
        return new Reading(lit, Optional.of(Colour.GREEN), Duration.ofMillis(1500), new Wattage(60),
                List.of("a \"note\""));
    }

    @Override
    public void blink() {
        reached.add("blink");
    }

    @Override
    public Reading turn(boolean on) {
        reached.add("turn " + on);
        onTurn.run();
        lit = on;
        return new Reading(on, Optional.empty(), Duration.ZERO, new Wattage(0), List.of());
    }

    @Override
    public void smash() {
        reached.add("smash");
    }
}
