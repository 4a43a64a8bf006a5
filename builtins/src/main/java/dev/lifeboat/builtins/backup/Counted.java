package dev.lifeboat.builtins.backup;

import java.util.Set;

/** Which tables are compared after a restore: all but those of MySQL's own and Lifeboat's note of the restore. */
final class Counted {
    private static final Set<String> NOT = Set.of("mysql", "sys", Restoration.SCHEMA);

    private Counted() {}

    /** @param table with its schema */
    static boolean counts(String table) {
        return !NOT.contains(table.substring(0, table.indexOf('.')));
    }
}
