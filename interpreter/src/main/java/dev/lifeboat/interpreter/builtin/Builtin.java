package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A word that a runbook can call. The method's name is the word ({@code isWritable} is {@code is_writable}); its first parameter may be a {@link Call};
 * the others, each with a {@link Doc}, are the word's parameters. Checker, completion, {@code explain} and reference are all made from this.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Builtin {
    Effect effect();

    /** What it does, full sentences; the first one stands alone in lists. */
    String doc();

    /** A line of a runbook that uses it. */
    String example();

    /** The word, where the method's name cannot be it. */
    String name() default "";

    /** Whether doing it again after an unknown outcome does no harm. */
    boolean idempotent() default true;

    /** The MySQL privileges it needs. */
    String[] privileges() default {};

    /** Whether it registers an inverse by {@link Call#inverse}; a change without one needs `undo` or `irreversible` in its step. */
    boolean inverse() default true;

    /** Where the answer's type follows from the arguments; only for methods that answer a {@code Value}. */
    Answers answers() default Answers.AS_DECLARED;

    /** An inverse of another builtin: run by rollbacks, never by a runbook. */
    boolean internal() default false;

    /**
     * Facts of the run that this call depends on, and that an approval of its step therefore shows: {@code "fence: UNFENCED"} is the fact {@code fence},
     * shown as UNFENCED where nothing is known.
     */
    String[] facts() default {};

    /** Whether it may teach the run that another one is behind a name than before: the only way to go on where that is meant. */
    boolean changesIdentity() default false;
}
