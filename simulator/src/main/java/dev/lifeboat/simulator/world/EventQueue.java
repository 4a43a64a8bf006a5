package dev.lifeboat.simulator.world;

import dev.lifeboat.simulator.model.Timeline.Alarm;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is still to happen, ordered by moment, then by the order in which it was put down. */
final class EventQueue {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparing(Entry::moment).thenComparingLong(Entry::sequence));
    private long sequence;

    record Entry(Instant moment, long sequence, Runnable happening) {}

    Alarm put(Instant moment, Runnable happening) {
        Entry entry = new Entry(moment, sequence++, happening);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    /** Takes out what happens next. */
    Optional<Entry> next() {
        return Optional.ofNullable(entries.poll());
    }
}
