package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class whose {@link Builtin} methods a runbook calls as {@code value.method(…)}; the empty name holds the pure functions. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Namespace {
    String value();

    /** What the namespace is about, one sentence. */
    String doc();
}
