package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.Span;
import java.util.Set;

/**
 * A place where a path leaves something out: a step that is skipped, a branch that is not taken.
 *
 * @param why    what to say about the place: "step `fence` is skipped unless this holds"
 * @param passed the builtins that are called in what is left out, and {@link #APPROVAL} where somebody is asked in it
 */
public record Turn(Span span, String why, Set<String> passed) {

    public static final String APPROVAL = "approve";

    public Turn {
        passed = Set.copyOf(passed);
    }
}
