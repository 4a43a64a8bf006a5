package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.interpreter.builtin.Doc;

/** What a server complains of in a table: an element of what {@code mysql.check_tables} answers. */
public record TableComplaint(
        @Doc("The table, with its schema.") String table,
        @Doc("What the server says.") String complaint) {}
