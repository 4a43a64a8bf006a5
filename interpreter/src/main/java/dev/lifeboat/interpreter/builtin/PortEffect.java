package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The effect of a method of a port; one without it observes. What changes is journaled before and after, each time forced to disk. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PortEffect {
    Effect value();

    /** The MySQL privileges that it needs, beyond those that every run has. */
    String[] privileges() default {};
}
