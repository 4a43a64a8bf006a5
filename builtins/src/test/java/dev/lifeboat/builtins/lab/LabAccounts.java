package dev.lifeboat.builtins.lab;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.builtins.mysql.Dialect;
import dev.lifeboat.builtins.mysql.jdbc.Preparation;
import dev.lifeboat.interpreter.builtin.Signature;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that every server of a lab has from the start, without a transaction of their own: a lab's GTID sets begin
 * empty. All use {@code caching_sha2_password}; {@code root} has no password and may come from 127.0.0.1 only.
 */
public final class LabAccounts {
    /** Lifeboat's own account, with what all words need and no more. */
    public static final String LIFEBOAT = "lifeboat";
    public static final String LIFEBOAT_PASSWORD = "lifeboat-secret";
    /** The account that replicas fetch with. */
    public static final String REPLICATION = "repl";
    public static final String REPLICATION_PASSWORD = "repl-secret";
    /** The application's account, with all rights on the schema {@code shop} and no others. */
    public static final String APPLICATION = "app";
    public static final String APPLICATION_PASSWORD = "app-secret";

    private LabAccounts() {}

    /** The statements that make them, each in one line. */
    static String statements(MySqlVersion version) {
        var create = List.of("CREATE USER root@'127.0.0.1'", "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION",
                account(LIFEBOAT, LIFEBOAT_PASSWORD), account(REPLICATION, REPLICATION_PASSWORD),
                account(APPLICATION, APPLICATION_PASSWORD), "GRANT ALL ON shop.* TO " + APPLICATION);
        var all = AccountGrants.of(Builtins.registry(Inventory.EMPTY).all(), true);
        return Stream.of(create, all.statements(LIFEBOAT, Dialect.of(version.toString())),
                List.of(Preparation.replicationGrant(REPLICATION)))
                .flatMap(List::stream).collect(Collectors.joining(";\n", "", ";\n"));
    }

    /** Lifeboat's account on these servers loses all but what these words need, without a transaction of anybody's. */
    public static void allow(MySqlLab lab, String... words) throws SQLException {
        List<Signature> needed = Builtins.registry(Inventory.EMPTY).all().stream()
                .filter(word -> List.of(words).contains(word.word())).toList();
        for (LabServer server : lab.servers()) {
            String readOnly = server.value("SELECT @@GLOBAL.super_read_only");
            List<String> statements = new ArrayList<>(List.of("SET SESSION sql_log_bin = OFF",
                    "SET GLOBAL super_read_only = OFF", "REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + LIFEBOAT));
            statements.addAll(AccountGrants.of(needed, true).statements(LIFEBOAT,
                    Dialect.of(server.version().toString())));
            statements.add("SET GLOBAL super_read_only = " + readOnly);
            server.execute(statements.toArray(String[]::new));
        }
    }

    private static String account(String name, String password) {
        return "CREATE USER " + name + " IDENTIFIED WITH caching_sha2_password BY '" + password + "'";
    }
}
