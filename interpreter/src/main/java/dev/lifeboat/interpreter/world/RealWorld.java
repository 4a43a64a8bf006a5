package dev.lifeboat.interpreter.world;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the adapter of a port to the real world: the only classes that may read the machine's clock, sleep or draw chance. Everything
 * else takes them through a port, so that the same runbook, scenario and seed give the same journal. A test holds this.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RealWorld {}
