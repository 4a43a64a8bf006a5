package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Instant;
import java.util.List;

/** A transaction as a binary log has it. */
public record LoggedTransaction(
        @Doc("Its GTID.") GtidSet gtid,
        @Doc("When it was committed on the server that it comes from, to the microsecond.") Instant committed,
        @Doc("The tables whose rows it changed.") List<String> tables,
        @Doc("How many rows it inserted.") long inserts,
        @Doc("How many rows it updated.") long updates,
        @Doc("How many rows it deleted.") long deletes,
        @Doc("What it did by a statement, such as CREATE TABLE.") List<String> statements,
        @Doc("The rows, where they were asked for.") List<RowImage> rows,
        @Doc("Whether all of its rows are listed, where they were asked for.") boolean whole) {

    public LoggedTransaction {
        tables = List.copyOf(tables);
        statements = List.copyOf(statements);
        rows = List.copyOf(rows);
    }

    /** How many rows it changed. */
    public long changes() {
        return inserts + updates + deletes;
    }

    long changes(RowKind kind) {
        return switch (kind) {
            case INSERT -> inserts;
            case UPDATE -> updates;
            case DELETE -> deletes;
        };
    }

    /** How much there is to keep of it. */
    public long length() {
        return 100 + rows.stream().mapToLong(RowImage::length).sum()
                + statements.stream().mapToLong(String::length).sum();
    }
}
