package dev.lifeboat.builtins.backup;

import java.util.Set;

/** Which tables are compared row by row after a restore: all of the application's, and of MySQL's own those that say who may come in. */
final class Counted {
    static final Set<String> ACCOUNTS = Set.of("mysql.user", "mysql.db", "mysql.global_grants", "mysql.tables_priv",
            "mysql.columns_priv", "mysql.procs_priv", "mysql.role_edges", "mysql.default_roles", "mysql.proxies_priv");

    private Counted() {}

    /** @param table with its schema */
    static boolean counts(String table) {
        return ACCOUNTS.contains(table) || !(table.startsWith("mysql.") || table.startsWith("sys.")
                || table.startsWith(Restoration.SCHEMA + "."));
    }
}
