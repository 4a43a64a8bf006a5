package dev.lifeboat.interpreter.builtin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A port behind whose name there is one in particular, such as a server with its {@code server_uuid}; it tells the {@link IdentityGuard} whom it meets. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HasIdentity {}
