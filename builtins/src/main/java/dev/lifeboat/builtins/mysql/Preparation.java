package dev.lifeboat.builtins.mysql;

import java.sql.Statement;
import java.util.List;

/**
 * What Lifeboat needs on the servers of a cluster: a schema of its own, and privileges. Run on the primary; replication carries it on. Doing it again changes
 * nothing.
 */
public final class Preparation {
    /** The event runs on the primary alone: MySQL creates it as disabled on replicas (manual, "Replication of Invoked Features"). */
    public static final List<String> STATEMENTS = List.of("CREATE SCHEMA IF NOT EXISTS lifeboat", """
            CREATE TABLE IF NOT EXISTS lifeboat.heartbeat (
                server  CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
                written TIMESTAMP(6) NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS lifeboat.probe (
                server  CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
                written TIMESTAMP(6) NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS lifeboat.canary (
                id      BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
                server  CHAR(36) CHARACTER SET ascii NOT NULL,
                written TIMESTAMP(6) NOT NULL,
                note    VARCHAR(1000) NOT NULL)
            """, """
            CREATE TABLE IF NOT EXISTS lifeboat.timeline (
                epoch    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
                id       CHAR(36) CHARACTER SET ascii NOT NULL,
                server   CHAR(36) CHARACTER SET ascii NOT NULL,
                began    TIMESTAMP(6) NOT NULL,
                reason   VARCHAR(1000) NOT NULL,
                executed MEDIUMTEXT CHARACTER SET ascii NOT NULL)
            """, """
            CREATE EVENT IF NOT EXISTS lifeboat.heartbeat ON SCHEDULE EVERY 1 SECOND
                DO REPLACE INTO lifeboat.heartbeat (server, written) VALUES (@@server_uuid, NOW(6))
            """);

    private static final String ADMINISTRATION = """
            REPLICATION_SLAVE_ADMIN, SYSTEM_VARIABLES_ADMIN, PERSIST_RO_VARIABLES_ADMIN, CONNECTION_ADMIN, SERVICE_CONNECTION_ADMIN, \
            BINLOG_ADMIN, BACKUP_ADMIN, CLONE_ADMIN""";

    private Preparation() {}

    /** The privileges of the DR account, of the application's account at an endpoint, and of replication; as statements for somebody who may grant. */
    public static List<String> grants(String administrator, List<String> applications, String replication) {
        var grants = new java.util.ArrayList<>(
                List.of("GRANT SELECT, PROCESS, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, EVENT ON *.* TO "
                        + account(administrator),
                        "GRANT " + ADMINISTRATION + " ON *.* TO " + account(administrator),
                        "GRANT ALL ON lifeboat.* TO " + account(administrator),
                        "GRANT REPLICATION SLAVE ON *.* TO " + account(replication)));
        applications.forEach(
                application -> grants.add("GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO " + account(application)));
        return List.copyOf(grants);
    }

    private static String account(String user) {
        return "'" + user.replace("'", "''") + "'@'%'";
    }

    /** Creates what is not there yet. */
    public static void prepare(JdbcSession primary) {
        primary.change("create schema `lifeboat`", connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : STATEMENTS) {
                    statement.execute(sql);
                }
            }
            return null;
        });
    }
}
