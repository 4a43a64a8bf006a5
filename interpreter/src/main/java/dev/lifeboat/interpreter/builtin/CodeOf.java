package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which grammar a parameter of the Java type {@code Value.Code} is written in: {@code sql} or {@code command}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CodeOf {
    String value();
}
