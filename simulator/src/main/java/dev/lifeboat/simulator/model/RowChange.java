package dev.lifeboat.simulator.model;

import java.util.Optional;

/**
 * A row as the binary log has it, in row format; or a table that is dropped, by a statement.
 *
 * @param table with its schema: {@code shop.orders}
 * @param key   the primary key
 * @param before what the row was; empty for an INSERT
 * @param value what the row is afterwards; empty for a DELETE
 */
public record RowChange(Kind kind, String table, long key, String before, String value) {
    private static final String DROP_TABLE = "DROP TABLE ";

    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        /** All of its rows, and the table itself. */
        DROP
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

    public static RowChange drop(String table) {
        return new RowChange(Kind.DROP, table, 0, "", "");
    }

    /** Empty for one that drops nothing. */
    static Optional<RowChange> ofStatement(String sql) {
        return sql.startsWith(DROP_TABLE)
                ? Optional.of(drop(sql.substring(DROP_TABLE.length()).replace("`", "")))
                : Optional.empty();
    }

    /** As the binary log has it, where it is one. */
    public String statement() {
        return DROP_TABLE + "`" + table.replace(".", "`.`") + "`";
    }

    /** With the row that it found there. */
    RowChange over(String found) {
        return kind == Kind.INSERT || kind == Kind.DROP ? this : new RowChange(kind, table, key, found, value);
    }
}
