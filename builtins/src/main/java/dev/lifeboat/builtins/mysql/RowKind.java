package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;

/** What was done to a row. */
public enum RowKind {
    @Doc("It was not there before.")
    INSERT,
    @Doc("It was there, and is otherwise now.")
    UPDATE,
    @Doc("It is no longer there.")
    DELETE
}
