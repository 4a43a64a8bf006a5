package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;

/** A row as a transaction changed it. */
public record RowImage(
        @Doc("The table, with its schema.") String table,
        @Doc("What was done to it.") RowKind kind,
        @Doc("Its primary key, `id=7`; all of it where the table has none, or the server can't tell which that is.") String key,
        @Doc("What it was before, `id=7, note='x'`; empty for an INSERT.") String before,
        @Doc("What it is afterwards; empty for a DELETE.") String after) {

    /** Which row it is, among all of the server. */
    public String place() {
        return table + " " + key;
    }

    /** How much there is to keep of it. */
    long length() {
        return table.length() + key.length() + before.length() + (long) after.length();
    }
}
