package dev.lifeboat.interpreter.check.paths;

import java.util.List;
import java.util.stream.Stream;

/** Paths that differ in nothing that matters behind them, told by the first of them that was found. */
record Way<S>(S state, Known known, List<Turn> turns) {

    Way<S> in(S next) {
        return next.equals(state) ? this : new Way<>(next, known, turns);
    }

    Way<S> knowing(Known more) {
        return more.equals(known) ? this : new Way<>(state, more, turns);
    }

    Way<S> turned(Turn turn) {
        return new Way<>(state, known, Stream.concat(turns.stream(), Stream.of(turn)).toList());
    }
}
