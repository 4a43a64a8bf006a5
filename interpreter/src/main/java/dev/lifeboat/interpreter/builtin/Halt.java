package dev.lifeboat.interpreter.builtin;

import java.util.List;

/**
 * Something after which a run must not go on as if nothing had been: no retry, no handler and no {@code continue} goes past it. The run is left as it is, for a
 * person. Not a {@link Failure}, so that nobody who handles those handles this one.
 */
public final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> evidence;
    private final String hint;

    /**
     * @param message  a full sentence
     * @param evidence what was seen: a line each
     * @param hint     what to do next, a full sentence
     */
    public Halt(String message, List<String> evidence, String hint) {
        super(message);
        this.evidence = List.copyOf(evidence);
        this.hint = hint;
    }

    public List<String> evidence() {
        return evidence;
    }

    public String hint() {
        return hint;
    }
}
