package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** A row as a transaction changed it. */
public record RowImage(
        @Doc("The table, with its schema.") String table,
        @Doc("What was done to it.") RowKind kind,
        @Doc("Its primary key, `id=7`; all of it where the table has none, or the server can't tell which that is.") String key,
        @Doc("Whether that is its primary key.") boolean keyed,
        @Doc("Its primary key afterwards, where an UPDATE changed that; else empty.") String newKey,
        @Doc("What it was before, `id=7, note='x'`; empty for an INSERT.") String before,
        @Doc("What it is afterwards; empty for a DELETE.") String after) {

    /** Which row it is among all of the server, and which one it becomes. */
    public List<String> places() {
        return newKey.isEmpty() ? List.of(place(key)) : List.of(place(key), place(newKey));
    }

    private String place(String which) {
        return table + " " + which;
    }

    /** How much there is to keep of it. */
    long length() {
        return table.length() + key.length() + newKey.length() + before.length() + (long) after.length();
    }
}
