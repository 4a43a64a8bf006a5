package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How to tell whether a method of a port has done what it was asked for, where nobody saw its end: because the run broke off, or the
 * connection. The state that it brings about is what counts, whoever brought it about. A method that answers something can't be {@link Seen#DONE} without
 * its answer. A method without a probe can't be told, and is never made twice silently.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Probe {
    /** A default method of the same interface, with the same parameters, that only looks and answers {@link Seen}. */
    String value();
}
