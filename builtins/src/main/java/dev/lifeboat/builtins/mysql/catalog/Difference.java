package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.interpreter.builtin.Doc;

/** What is not the same on two servers: an element of what {@code mysql.inventory_diff} answers. */
public record Difference(
        @Doc("What kind of thing it is.") DefinitionKind kind,
        @Doc("Its name.") String name,
        @Doc("What is different, a sentence.") String sentence) {

    /** What can be defined on a server. */
    public enum DefinitionKind {
        @Doc("Who may come in.")
        ACCOUNT,
        @Doc("A function or a procedure.")
        ROUTINE,
        @Doc("A trigger.")
        TRIGGER,
        @Doc("A view.")
        VIEW,
        @Doc("A scheduled event.")
        EVENT,
        @Doc("A plugin.")
        PLUGIN,
        @Doc("A system variable that should be the same on all servers.")
        VARIABLE
    }
}
