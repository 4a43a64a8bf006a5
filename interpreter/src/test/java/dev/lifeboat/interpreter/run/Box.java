package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;

/** A port of the tests' world: something with a content. */
@HasIdentity
interface Box {

    String name();

    String read();

    /** What is in it, for whoever is about to take something back. */
    String look();

    /** Whether it shows what is in it: not after it was asked for something and did not answer. */
    boolean shows();

    @PortEffect(Effect.CHANGES)
    @Probe("holds")
    void write(String content);

    default Seen holds(String content) {
        return shows() ? Seen.done(read().equals(content)) : Seen.UNKNOWN;
    }
}
