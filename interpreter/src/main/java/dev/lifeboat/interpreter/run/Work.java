package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Frame;

/** What a step does, without what stands around it: a body, a person's work, a procedure. */
@FunctionalInterface
interface Work {

    /**
     * @param frame where it binds its names
     * @throws Failure where it fails
     */
    AttemptEnd carryOut(Statements statements, Frame frame);
}
