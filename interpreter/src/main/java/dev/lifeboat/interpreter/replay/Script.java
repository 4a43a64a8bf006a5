package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What has happened, in its order: the part that each strand has still to play, and whose turn it is. */
final class Script {
    private final List<Recorded> records;
    private final Map<String, Deque<Recorded>> parts = new HashMap<>();
    private volatile int position;

    Script(List<Recorded> records) {
        this.records = List.copyOf(records);
        this.records.forEach(record -> parts.computeIfAbsent(record.strand(), name -> new ArrayDeque<>()).add(record));
    }

    boolean isUsedUp() {
        return position == records.size();
    }

    /** How far it has been played. */
    int position() {
        return position;
    }

    Optional<Instant> start() {
        return records.stream().findFirst().map(Recorded::at);
    }

    Optional<Recorded> last() {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.getLast());
    }

    /** The record whose turn it is. */
    Optional<Recorded> upNext() {
        int now = position;
        return now < records.size() ? Optional.of(records.get(now)) : Optional.empty();
    }

    synchronized boolean isTurnOf(Strand strand) {
        return !isUsedUp() && records.get(position).strand().equals(strand.name());
    }

    synchronized Optional<Recorded> next(Strand strand) {
        return Optional.ofNullable(part(strand).peek());
    }

    synchronized Optional<Recorded> find(Strand strand, Predicate<Recorded> which) {
        return part(strand).stream().filter(which).findFirst();
    }

    /** The record whose turn it is has been played. */
    synchronized void advance(Strand strand) {
        part(strand).remove();
        position++;
    }

    private Deque<Recorded> part(Strand strand) {
        return parts.getOrDefault(strand.name(), new ArrayDeque<>());
    }

    /** How long the strand still waits for people, or for what tells them, which no limit of time counts. */
    synchronized Duration waitsForPeople(Strand strand) {
        var sum = Duration.ZERO;
        boolean waiting = false;
        var before = strand.time();
        for (var record : part(strand)) {
            boolean answered = isOfPeople(record.event());
            sum = answered ? sum.plus(between(before, record.at())) : sum;
            waiting = !answered && (waiting || record.event() instanceof Event.Asked
                    || record.event() instanceof Event.Paused);
            before = Optional.of(record.at());
        }
        return waiting ? sum.plus(between(before, records.getLast().at())) : sum;
    }

    private static boolean isOfPeople(Event event) {
        return event instanceof Event.Answered || event instanceof Event.PauseAnswered || event instanceof Event.Told;
    }

    private static Duration between(Optional<Instant> from, Instant to) {
        return from.map(moment -> Duration.between(moment, to)).orElse(Duration.ZERO);
    }

    /** The highest of the numbers that events carry, so that new ones follow. */
    <E extends Event> long highest(Class<E> kind, ToLongFunction<E> number) {
        return records.stream().map(Recorded::event).filter(kind::isInstance).map(kind::cast).mapToLong(number).max()
                .orElse(0);
    }
}
