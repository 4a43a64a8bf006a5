package dev.lifeboat.interpreter.builtin;

/** What a look says of a change of which nobody saw the answer. */
public enum Seen {
    DONE,
    NOT_DONE,
    /** It can't be told, and need not be: made once more, it brings about the same state and nothing else. */
    REPEATABLE,
    /** It can't be told, or not now. */
    UNKNOWN;

    public static Seen done(boolean done) {
        return done ? DONE : NOT_DONE;
    }
}
