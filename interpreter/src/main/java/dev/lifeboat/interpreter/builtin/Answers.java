package dev.lifeboat.interpreter.builtin;

/** How the type of a call's answer follows from its declaration; for pure functions that take a list of anything. */
public enum Answers {
    /** The type that the method declares. */
    AS_DECLARED,
    /** An element of the first argument, which is a list: {@code max(xs)}. */
    AN_ELEMENT,
    /** An element of the first argument, or nothing: {@code first(xs)}. */
    MAYBE_AN_ELEMENT,
    /** The type of the first argument: {@code sort_by(xs, …)}. */
    THE_SAME
}
