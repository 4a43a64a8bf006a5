package dev.lifeboat.builtins.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts that every server of a lab has from the start, without a transaction of their own: a lab's GTID sets begin
 * empty. All use {@code caching_sha2_password}; {@code root} has no password and may come from 127.0.0.1 only.
 */
public final class LabAccounts {
    /** Lifeboat's own account, with the privileges of a real one and no more. */
    public static final String LIFEBOAT = "lifeboat";
    public static final String LIFEBOAT_PASSWORD = "lifeboat-secret";
    /** The account that replicas fetch with. */
    public static final String REPLICATION = "repl";
    public static final String REPLICATION_PASSWORD = "repl-secret";
    /** The application's account, with all rights on the schema {@code shop} and no others. */
    public static final String APPLICATION = "app";
    public static final String APPLICATION_PASSWORD = "app-secret";

    private static final String PRIVILEGES = "SELECT, RELOAD, PROCESS, SHUTDOWN, EVENT, REPLICATION SLAVE, "
            + "REPLICATION CLIENT, REPLICATION_SLAVE_ADMIN, SYSTEM_VARIABLES_ADMIN, PERSIST_RO_VARIABLES_ADMIN, "
            + "CONNECTION_ADMIN, SERVICE_CONNECTION_ADMIN, BACKUP_ADMIN, CLONE_ADMIN, BINLOG_ADMIN";

    private LabAccounts() {}

    /** The statements that make them, for a server of that version, each in one line. */
    static String statements(MySqlVersion version) {
        var definer = version.isBefore(8, 2, 0) ? "SET_USER_ID" : "SET_ANY_DEFINER";
        return Stream
                .of(List.of("CREATE USER root@'127.0.0.1'", "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION"),
                        account(LIFEBOAT, LIFEBOAT_PASSWORD, PRIVILEGES + ", " + definer + " ON *.*",
                                "ALL ON lifeboat.*"),
                        account(REPLICATION, REPLICATION_PASSWORD, "REPLICATION SLAVE ON *.*"),
                        account(APPLICATION, APPLICATION_PASSWORD, "ALL ON shop.*"))
                .flatMap(List::stream).collect(Collectors.joining(";\n", "", ";\n"));
    }

    private static List<String> account(String name, String password, String... grants) {
        var create = "CREATE USER " + name + "@'%' IDENTIFIED WITH caching_sha2_password BY '" + password + "'";
        return Stream.concat(Stream.of(create),
                Stream.of(grants).map(grant -> "GRANT " + grant + " TO " + name + "@'%'")).toList();
    }
}
