package dev.lifeboat.interpreter.builtin;

import java.util.List;

/**
 * Something that did not work while a runbook ran, told for people: what was attempted, on what, what came back, what to do. Not for bugs.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of the effect of the call that failed. */
    public enum Outcome {
        /** It was refused or never began: nothing was changed. */
        NOT_DONE,
        /** It was asked for, and nobody saw the answer. */
        UNKNOWN
    }

    private final Outcome outcome;
    private final transient List<String> evidence;
    private final String hint;

    private Failure(Outcome outcome, String message, List<String> evidence, String hint, Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
        this.evidence = List.copyOf(evidence);
        this.hint = hint;
    }

    /** A refusal or an error after which nothing has changed; {@code message} is a full sentence. */
    public static Failure of(String message) {
        return new Failure(Outcome.NOT_DONE, message, List.of(), "", null);
    }

    /** A call whose effect nobody saw. */
    public static Failure unknown(String message) {
        return new Failure(Outcome.UNKNOWN, message, List.of(), "", null);
    }

    public Failure because(Throwable cause) {
        return new Failure(outcome, getMessage(), evidence, hint, cause);
    }

    /** What to do next, a full sentence. */
    public Failure hint(String hint) {
        return new Failure(outcome, getMessage(), evidence, hint, getCause());
    }

    /** What was seen: a line each. */
    public Failure evidence(List<String> evidence) {
        return new Failure(outcome, getMessage(), evidence, hint, getCause());
    }

    public Outcome outcome() {
        return outcome;
    }

    public List<String> evidence() {
        return evidence;
    }

    /** What to do next; empty where there is nothing to say. */
    public String hint() {
        return hint;
    }
}
