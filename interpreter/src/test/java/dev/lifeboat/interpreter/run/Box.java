package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.HasIdentity;
import dev.lifeboat.interpreter.builtin.PortEffect;

/** A port of the tests' world: something with a content. */
@HasIdentity
interface Box {

    String name();

    String read();

    @PortEffect(Effect.CHANGES)
    void write(String content);
}
