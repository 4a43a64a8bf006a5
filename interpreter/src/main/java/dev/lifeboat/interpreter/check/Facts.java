package dev.lifeboat.interpreter.check;

import java.util.LinkedHashSet;
import java.util.Set;

/** What is known to hold at a place because of the conditions that led there. */
record Facts(Set<Fact> all) {

    static final Facts NONE = new Facts(Set.of());

    sealed interface Fact {

        /** A value that need not be there is: {@code restart.address}, by its path. */
        record Present(String path) implements Fact {}

        /** A step did not end this way. */
        record Not(String step, String outcome) implements Fact {}

        /** What follows from a step that could not be read: anything. */
        record Anything() implements Fact {}
    }

    static Facts of(Fact fact) {
        return new Facts(Set.of(fact));
    }

    Facts and(Facts more) {
        if (all.isEmpty() || more.all.isEmpty()) {
            return all.isEmpty() ? more : this;
        }
        var both = new LinkedHashSet<>(all);
        both.addAll(more.all);
        return new Facts(both);
    }

    /** What holds whichever of the two holds. */
    Facts or(Facts other) {
        var shared = new LinkedHashSet<>(all);
        shared.retainAll(other.all);
        return new Facts(shared);
    }

    boolean present(String path) {
        return all.contains(new Fact.Present(path)) || all.contains(new Fact.Anything());
    }

    boolean not(String step, String outcome) {
        return all.contains(new Fact.Not(step, outcome)) || all.contains(new Fact.Anything());
    }
}
