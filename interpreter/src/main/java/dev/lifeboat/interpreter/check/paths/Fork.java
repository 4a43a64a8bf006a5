package dev.lifeboat.interpreter.check.paths;

/** The ways behind a condition: those on which it holds, and those on which it does not. */
record Fork<S>(Ways<S> holds, Ways<S> fails) {

    Fork<S> swapped() {
        return new Fork<>(fails, holds);
    }
}
