package dev.lifeboat.interpreter.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rounds of a loop that several work off side by side. Who takes which depends on who is done first, and is therefore journaled. */
final class Rounds {

    private static final String NONE = "";

    private final RunContext context;
    private final String loop;
    private final Set<Integer> left;

    Rounds(RunContext context, String loop, List<Integer> numbers) {
        this.context = context;
        this.loop = loop;
        this.left = new LinkedHashSet<>(numbers);
    }

    /** Empty where there is none left. */
    Optional<Integer> take() {
        var known = context.replay().answer(Event.RoundTaken.class).map(Event.RoundTaken::round);
        var round = known.orElseGet(this::first);
        context.record(new Event.RoundTaken(loop, round));
        return Optional.of(round).filter(taken -> !taken.equals(NONE)).map(Integer::valueOf).map(this::taken);
    }

    private synchronized String first() {
        var first = left.stream().findFirst();
        first.ifPresent(left::remove);
        return first.map(number -> Integer.toString(number)).orElse(NONE);
    }

    private synchronized Integer taken(Integer number) {
        left.remove(number);
        return number;
    }

    /** No further one is to begin. */
    synchronized void clear() {
        left.clear();
    }
}
