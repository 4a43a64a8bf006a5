package dev.lifeboat.interpreter.check.words;

/** A server, as far as a checker has to know it. */
public interface Server {
    String name();
}
