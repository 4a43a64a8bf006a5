package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What a run is carried on from.
 *
 * @param script the records that still count, in their order
 * @param event  what is journaled where it goes on; empty where there is nothing to carry on
 */
public record Resumption(List<Recorded> script, Optional<Event.Resumed> event) {
    public static final Resumption NONE = new Resumption(List.of(), Optional.empty());

    /**
     * @param history the journal's records, all of them
     * @param version of Lifeboat
     * @param amended the runbook and its libraries where they were amended; empty where not
     * @param changes what was amended, for people
     */
    public static Resumption of(List<Recorded> history, String operator, String version,
            SequencedMap<String, String> amended, List<String> changes) {
        var counting = counting(history);
        var superseded = Superseded.of(counting);
        var numbers = counting.stream().filter(superseded::contains).map(Recorded::number).toList();
        return new Resumption(counting.stream().filter(record -> !superseded.contains(record)).toList(),
                Optional.of(new Event.Resumed(operator, version, numbers, new LinkedHashMap<>(amended), changes)));
    }

    /** Without what earlier resumptions have set aside, without these themselves, and without what nothing followed from. */
    private static List<Recorded> counting(List<Recorded> history) {
        Set<Long> aside = new HashSet<>();
        history.forEach(record -> {
            if (record.event() instanceof Event.Resumed resumed) {
                aside.add(record.number());
                aside.addAll(resumed.superseded());
            }
        });
        return history.stream().filter(record -> !aside.contains(record.number()))
                .filter(record -> !record.strand().equals(Recorded.OUTSIDE)).toList();
    }
}
