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
            CREATE TABLE IF NOT EXISTS lifeboat.record (
                kind    VARCHAR(20) CHARACTER SET ascii NOT NULL,
                server  VARCHAR(64) NOT NULL,
                name    VARCHAR(300) NOT NULL,
                value   VARCHAR(1000) NOT NULL,
                written TIMESTAMP(6) NOT NULL,
                PRIMARY KEY (kind, server, name)) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin
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

    /** SYSTEM_USER, because what a backup brings back may have a definer who has it. */
    private static final String ADMINISTRATION = """
            REPLICATION_SLAVE_ADMIN, SYSTEM_VARIABLES_ADMIN, PERSIST_RO_VARIABLES_ADMIN, CONNECTION_ADMIN, SERVICE_CONNECTION_ADMIN, \
            BINLOG_ADMIN, BACKUP_ADMIN, CLONE_ADMIN, SYSTEM_USER""";

    /** What a dump does where it is loaded, and what a repair does to rows. */
    private static final String RESTORES = """
            INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, LOCK TABLES""";

    private Preparation() {}

    /** The privileges of the DR account, of the application's account at an endpoint, and of replication; as statements for somebody who may grant. */
    public static List<String> grants(String administrator, List<String> applications, String replication) {
        var grants = new java.util.ArrayList<>(
                List.of("GRANT SELECT, DROP, PROCESS, RELOAD, REPLICATION CLIENT, REPLICATION SLAVE, EVENT, TRIGGER, SHOW VIEW, CREATE USER ON *.* TO "
                        + account(administrator),
                        "GRANT " + ADMINISTRATION + " ON *.* TO " + account(administrator),
                        "GRANT ALL ON lifeboat.* TO " + account(administrator),
                        "GRANT INSERT ON mysql.plugin TO " + account(administrator),
                        "GRANT " + RESTORES + " ON *.* TO " + account(administrator),
                        "GRANT REPLICATION SLAVE ON *.* TO " + account(replication)));
        applications.forEach(
                application -> grants.add("GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO " + account(application)));
        return List.copyOf(grants);
    }

    /**
     * To enable an event and leave its definer as it is, and to bring back what a backup holds with its definers, those too that are there no more. MySQL 8.2 has given these privileges names of their own.
     *
     * @param old whether the server is an older one
     */
    public static String definers(String administrator, boolean old) {
        return "GRANT "
                + (old
                        ? "SET_USER_ID"
                        : "SET_ANY_DEFINER, ALLOW_NONEXISTENT_DEFINER /* SET_USER_ID before MySQL 8.2 */")
                + " ON *.* TO "
                + account(administrator);
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
