package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Statement;

/** How a block of statements ended, where it did not fail. */
sealed interface Flow {

    /** All of it was done. */
    record Through() implements Flow {}

    /** {@code skip "why"}. */
    record Skipped(String why) implements Flow {}

    /** {@code finish "why"}. */
    record Finished(String why) implements Flow {}

    /** The policy at the end of an {@code on failure}. */
    record Decided(Statement.Policy policy) implements Flow {}

    Flow THROUGH = new Through();
}
