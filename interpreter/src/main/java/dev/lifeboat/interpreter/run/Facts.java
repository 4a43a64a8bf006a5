package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the run has learned, such as the proven fence of the old primary. Follows the journal and nothing else, so that a call that is made again when a run
 * is resumed sees the facts that it had seen.
 */
public final class Facts implements Listener {
    private final Map<String, NavigableMap<Long, Value>> learned = new ConcurrentHashMap<>();

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof Event.Learned fact) {
            learned.compute(fact.fact(), (name, history) -> with(history, recorded.number(), fact.value()));
        }
    }

    private static NavigableMap<Long, Value> with(NavigableMap<Long, Value> history, long number, Value value) {
        NavigableMap<Long, Value> longer = history == null ? new ConcurrentSkipListMap<>() : history;
        longer.put(number, value);
        return longer;
    }

    /** What was known when the record of this number was written. */
    public Optional<Value> before(long number, String fact) {
        NavigableMap<Long, Value> history = learned.get(fact);
        return Optional.ofNullable(history == null ? null : history.lowerEntry(number)).map(Map.Entry::getValue);
    }

    /** All that is known now, in the order in which it was first learned. */
    public SequencedMap<String, Value> known() {
        SequencedMap<String, Value> known = new LinkedHashMap<>();
        learned.entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> Long.compare(a.firstKey(), b.firstKey())))
                .forEach(fact -> known.put(fact.getKey(), fact.getValue().lastEntry().getValue()));
        return known;
    }
}
