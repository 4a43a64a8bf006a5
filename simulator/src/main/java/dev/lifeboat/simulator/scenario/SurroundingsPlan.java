package dev.lifeboat.simulator.scenario;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is around the databases.
 *
 * @param obedience whether the perimeter of a site does what it is told; those left out do
 * @param figures   what figures are, by name
 */
public record SurroundingsPlan(SequencedMap<String, Boolean> obedience, SequencedMap<String, FigurePlan> figures) {

    /** As it is where the scenario says nothing. */
    public static final SurroundingsPlan USUAL = new SurroundingsPlan(new LinkedHashMap<>(), new LinkedHashMap<>());

    /** What a figure is. */
    public sealed interface FigurePlan {
        /** What the application gets acknowledged, a second; its baseline is what it would write. */
        record Writes() implements FigurePlan {}

        record Given(Optional<BigDecimal> value, Optional<BigDecimal> baseline) implements FigurePlan {}
    }

    public boolean obeys(String site) {
        return obedience.getOrDefault(site, true);
    }
}
