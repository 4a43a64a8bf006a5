package dev.lifeboat.interpreter.check;

/**
 * One thing that a runbook must or should not do. The language's own rules are in {@code check.rules}; those that need
 * to know MySQL (orders of calls, SQL that is gone) are handed to the {@link Checker} by the builtins.
 */
@FunctionalInterface
public interface Rule {

    /**
     * Looks at names and types as far as they could be resolved; what could not has been reported already, and a rule
     * passes over it in silence.
     */
    void check(Draft draft, Findings findings);
}
