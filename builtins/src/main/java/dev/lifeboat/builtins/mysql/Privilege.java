package dev.lifeboat.builtins.mysql;

import java.util.Set;

/**
 * One of MySQL's privileges.
 *
 * @param on where it counts: {@code *.*}, {@code schema.*} or {@code schema.table}
 */
public record Privilege(String name, String on) {
    static final String EVERYWHERE = "*.*";
    private static final String ON = " ON ";
    /** MySQL 8.2 has made two of one. */
    private static final Set<String> OF_DEFINERS = Set.of("SET_ANY_DEFINER", "ALLOW_NONEXISTENT_DEFINER");

    /** @param text as builtins and ports say it: {@code SELECT ON lifeboat.*}; {@code SELECT} is the same as {@code SELECT ON *.*} */
    public static Privilege of(String text) {
        int on = text.indexOf(ON);
        return on < 0
                ? new Privilege(text, EVERYWHERE)
                : new Privilege(text.substring(0, on), text.substring(on + ON.length()));
    }

    /** As servers call it that have this dialect. */
    public Privilege in(Dialect dialect) {
        return isOfDefiners() && !OF_DEFINERS.contains(dialect.setAnyDefiner())
                ? new Privilege(dialect.setAnyDefiner(), on)
                : this;
    }

    /** Whether it is about objects that belong to others. */
    boolean isOfDefiners() {
        return OF_DEFINERS.contains(name);
    }

    /** Whether whoever has this one has the other as well. */
    boolean covers(Privilege other) {
        return name.equals(other.name) && (on.equals(EVERYWHERE) || on.equals(other.on) || on.equals(other.schema()));
    }

    /** All of the schema that it is about. */
    private String schema() {
        return on.substring(0, on.indexOf('.')) + ".*";
    }

    @Override
    public String toString() {
        return on.equals(EVERYWHERE) ? name : name + ON + on;
    }
}
