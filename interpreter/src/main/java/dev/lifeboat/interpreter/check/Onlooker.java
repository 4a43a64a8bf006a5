package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Item;

/** Sees what the checker knows as it comes to each item. */
@FunctionalInterface
interface Onlooker {
    Onlooker NOBODY = (item, flow, context) -> {};

    void comesTo(Item item, Flow flow, Context context);
}
