package dev.lifeboat.interpreter.check.paths;

/** Paths that differ in nothing that matters behind them, told by the first of them that was found. */
record Way<S>(S state, Known known, Trail trail) {

    Way<S> in(S next) {
        return next == state ? this : new Way<>(next, known, trail);
    }

    Way<S> knowing(Known more) {
        return more.equals(known) ? this : new Way<>(state, more, trail);
    }

    Way<S> turned(Turn turn) {
        return new Way<>(state, known, trail.with(turn));
    }
}
