package dev.lifeboat.simulator.model;

/**
 * A row as the binary log has it, in row format.
 *
 * @param table with its schema: {@code shop.orders}
 * @param key   the primary key
 * @param before what the row was; empty for an INSERT
 * @param value what the row is afterwards; empty for a DELETE
 */
public record RowChange(Kind kind, String table, long key, String before, String value) {

    public enum Kind {
        INSERT, UPDATE, DELETE
    }

    boolean isLifeboats() {
        return table.startsWith("lifeboat.");
    }

    public static RowChange insert(String table, long key, String value) {
        return new RowChange(Kind.INSERT, table, key, "", value);
    }

    public static RowChange update(String table, long key, String value) {
        return new RowChange(Kind.UPDATE, table, key, "", value);
    }

    public static RowChange delete(String table, long key) {
        return new RowChange(Kind.DELETE, table, key, "", "");
    }

    /** With the row that it found there. */
    RowChange over(String found) {
        return kind == Kind.INSERT ? this : new RowChange(kind, table, key, found, value);
    }
}
