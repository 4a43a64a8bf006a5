package dev.lifeboat.interpreter.builtin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A port for tests of the machinery, which knows nothing of MySQL. */
public interface Lamp {
    String name();

    boolean lit();

    /** Takes everything that a port may take or answer. */
    Reading read(List<Colour> colours, Optional<Duration> within);

    @PortEffect(Effect.PROBES)
    void blink();

    @PortEffect(Effect.CHANGES)
    Reading turn(boolean on);

    @PortEffect(Effect.DESTROYS)
    void smash();

    /** Calls two others. */
    default boolean toggle() {
        return turn(!lit()).lit();
    }

    /** @param note {@code null} nowhere; empty where there is none */
    record Reading(boolean lit, Optional<Colour> colour, Duration age, Wattage wattage, List<String> notes) {}

    enum Colour {
        RED, GREEN
    }

    /** Known by its text. */
    record Wattage(int watts) {
        public static Wattage parse(String text) {
            if (!text.endsWith("W")) {
                throw new IllegalArgumentException("`" + text + "` is no wattage");
            }
            return new Wattage(Integer.parseInt(text.substring(0, text.length() - 1)));
        }

        @Override
        public String toString() {
            return watts + "W";
        }
    }
}
