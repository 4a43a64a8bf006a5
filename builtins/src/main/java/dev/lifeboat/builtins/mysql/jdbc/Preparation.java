package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.AccountGrants;
import java.sql.Statement;
import java.util.List;

/**
 * What Lifeboat needs on the servers of a cluster beside what {@link AccountGrants} says: a schema of its own, and what other accounts must be allowed there.
 * Run on the primary; replication carries it on. Doing it again changes nothing.
 */
public final class Preparation {
    private static final String SCHEMA = "CREATE SCHEMA IF NOT EXISTS lifeboat";
    private static final String PROBE = """
            CREATE TABLE IF NOT EXISTS lifeboat.probe (
                server  CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY,
                written TIMESTAMP(6) NOT NULL)
            """;
    /** The event runs on the primary alone: MySQL creates it as disabled on replicas (manual, "Replication of Invoked Features"). */
    public static final List<String> STATEMENTS = List.of(SCHEMA, PROBE, """
            CREATE TABLE IF NOT EXISTS lifeboat.heartbeat (
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

    private Preparation() {}

    /**
     * What an account of the application needs: a write through an endpoint, made as the application makes its own, proves where that leads. Nothing can be
     * granted on a table that is not there.
     */
    public static List<String> applicationGrants(String user) {
        return List.of(SCHEMA, PROBE.replaceAll("\\s+", " ").replace("( ", "(").strip(),
                "GRANT SELECT, INSERT, DELETE ON lifeboat.probe TO " + AccountGrants.account(user));
    }

    /** What the account needs by which replicas fetch. */
    public static String replicationGrant(String user) {
        return "GRANT REPLICATION SLAVE ON *.* TO " + AccountGrants.account(user);
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
