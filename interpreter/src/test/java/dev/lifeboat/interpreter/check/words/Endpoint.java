package dev.lifeboat.interpreter.check.words;

/** An endpoint, as far as a checker has to know it. */
public interface Endpoint {
    String name();
}
