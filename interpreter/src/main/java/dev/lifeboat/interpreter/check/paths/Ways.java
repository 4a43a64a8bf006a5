package dev.lifeboat.interpreter.check.paths;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All ways that lead to a place. None leads to what is never reached. */
final class Ways<S> {

    /**
     * So many are told apart. With more, what is settled on them is forgotten, which can only add paths that are none.
     */
    private static final int MOST = 400;

    /** What makes two ways different. Equal states are one object. */
    private record Key(Object state, Known known) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.state == state && key.known.equals(known);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(state) + known.hashCode();
        }
    }

    private final LinkedHashMap<Key, Way<S>> all = new LinkedHashMap<>();

    private Ways(Stream<Way<S>> ways) {
        ways.forEach(this::add);
        if (all.size() > MOST) {
            var forgetful = all.values().stream().map(way -> way.knowing(Known.NOTHING)).toList();
            all.clear();
            forgetful.forEach(this::add);
        }
    }

    private void add(Way<S> way) {
        if (!covers(way)) {
            all.put(new Key(way.state(), way.known()), way);
        }
    }

    static <S> Ways<S> none() {
        return new Ways<>(Stream.empty());
    }

    static <S> Ways<S> of(S state) {
        return new Ways<>(Stream.of(new Way<>(state, Known.NOTHING, Trail.NONE)));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Ways<S> and(Ways<S> more) {
        return more == this || covers(more)
                ? this
                : new Ways<>(Stream.concat(all.values().stream(), more.all.values().stream()));
    }

    /** Most of what happens changes nothing of what a rule remembers. */
    Ways<S> map(UnaryOperator<Way<S>> change) {
        var changed = all.values().stream().map(change).toList();
        return isSame(changed) ? this : new Ways<>(changed.stream());
    }

    private boolean isSame(List<Way<S>> others) {
        var mine = all.values().iterator();
        return others.size() == all.size() && others.stream().allMatch(other -> other == mine.next());
    }

    /** The ways on which it can be so, with what is known on them then. */
    Ways<S> where(Function<Known, Optional<Known>> assumption) {
        var possible = all.values().stream()
                .flatMap(way -> assumption.apply(way.known()).map(way::knowing).stream()).toList();
        return isSame(possible) ? this : new Ways<>(possible.stream());
    }

    /** Notes what they leave out, if that is anything. */
    Ways<S> turned(Turn turn) {
        return turn.passed().isEmpty() ? this : map(way -> way.turned(turn));
    }

    void forEach(Consumer<Way<S>> action) {
        all.values().forEach(action);
    }

    /** These, and those that come from going round and round. */
    Ways<S> closed(UnaryOperator<Ways<S>> round) {
        var ways = this;
        for (var more = round.apply(ways); !ways.covers(more); more = round.apply(ways)) {
            ways = ways.and(more);
        }
        return ways;
    }

    private boolean covers(Ways<S> others) {
        return others.all.values().stream().allMatch(this::covers);
    }

    private boolean covers(Way<S> way) {
        return all.containsKey(new Key(way.state(), way.known()))
                || all.containsKey(new Key(way.state(), Known.NOTHING));
    }

}
