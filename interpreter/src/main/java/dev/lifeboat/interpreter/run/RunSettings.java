package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How a run was asked for.
 *
 * @param id            the run's name; {@code dry-run} for simulated ones
 * @param operator      who started it, as the inventory names people
 * @param since         when the outage began, where that was before the run
 * @param files         the runbook and its libraries, by path below the runbooks' root; the runbook first
 * @param inventoryText the inventory, which holds secrets by reference only
 * @param inventoryPath where the inventory lies; empty in a simulated run
 * @param scenarioText  empty in a real run
 * @param names         implicit names ({@code cluster}, the fixed fields of {@code incident}) and the parameters that
 *                      were given
 * @param drill         whether messages are marked, and reach no customer and nobody above the team
 * @param strict        whether what the model cannot do counts as an error
 * @param breakGlass    why it runs without the seal of the runbook's owner, where it does
 */
public record RunSettings(String id, boolean simulated, long seed, String operator, Optional<Instant> since,
        SequencedMap<String, String> files, String inventoryText, String inventoryPath, String scenarioText,
        SequencedMap<String, Value> names, boolean drill, boolean strict, Optional<String> breakGlass) {

    public RunSettings {
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
    }

    /** Those of one that has its owner's seal, or needs none. */
    public RunSettings(String id, boolean simulated, long seed, String operator, Optional<Instant> since,
            SequencedMap<String, String> files, String inventoryText, String inventoryPath, String scenarioText,
            SequencedMap<String, Value> names, boolean drill, boolean strict) {
        this(id, simulated, seed, operator, since, files, inventoryText, inventoryPath, scenarioText, names, drill,
                strict, Optional.empty());
    }

    public RunSettings breakingGlass(String why) {
        return new RunSettings(id, simulated, seed, operator, since, files, inventoryText, inventoryPath, scenarioText,
                names, drill, strict, Optional.of(why));
    }

    /** Those of a run that is carried on: what it knew as it began. */
    public static RunSettings of(Event.RunBegan began, boolean strict) {
        return new RunSettings(began.run(), began.simulated(), began.seed(), began.operator(),
                Optional.of(began.incidentSince()), began.files(), began.inventory(), began.inventoryPath(),
                began.scenario(),
                began.names(), began.drill(), strict, Optional.ofNullable(began.breakGlass()));
    }
}
