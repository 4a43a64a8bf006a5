package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.interpreter.builtin.Doc;

/** How a server gets its data anew. */
public enum CloneMethod {
    @Doc("By MySQL's clone plugin, from another server that runs.")
    CLONE
}
