package dev.lifeboat.builtins.mysql;

/** What to do about an error of MySQL, for somebody in the middle of a disaster. */
public final class MySqlHints {
    private static final String GRANTS = "`lifeboat prepare --grants --runbook FILE` lists the privileges that the accounts need.";

    private MySqlHints() {}

    /** Whose session stands in the way of a fence. */
    public static String holder(long session, String user, String host) {
        return "session " + session + " of `" + user + "` at " + host + " holds the lock";
    }

    /** Full sentences; empty where there is nothing to say that the error does not. */
    public static String of(int error) {
        return switch (error) {
            case MySqlErrors.TOO_MANY_CONNECTIONS ->
                "End sessions, or raise `max_connections`. With `admin:` in the inventory Lifeboat gets in all the same.";
            case MySqlErrors.ACCESS_DENIED, MySqlErrors.HOST_NOT_ALLOWED ->
                "Compare the login in the inventory with the accounts on the server.";
            case MySqlErrors.HOST_BLOCKED ->
                "`TRUNCATE TABLE performance_schema.host_cache` on the server lets this machine in again.";
            case MySqlErrors.PASSWORD_EXPIRED, MySqlErrors.ACCOUNT_LOCKED ->
                "Let somebody who may administer accounts renew the password, or unlock the account.";
            case MySqlErrors.NO_PRIVILEGE, MySqlErrors.NO_PRIVILEGE_ON_SCHEMA, MySqlErrors.NO_PRIVILEGE_ON_TABLE,
                    MySqlErrors.NOT_OWNER_OF_THREAD ->
                GRANTS;
            case MySqlErrors.LOCK_WAIT_TIMEOUT ->
                "A statement that runs, or a session with locked tables, stood in the way. Wait for it or end it, then retry.";
            case MySqlErrors.READ_ONLY -> "It is fenced, or a replica: it takes no writes.";
            case MySqlErrors.OFFLINE_MODE -> "It is in `offline_mode`: only administrators get in.";
            case MySqlErrors.SHUTDOWN -> "It is shutting down: look at it again in a moment.";
            case MySqlErrors.TABLE_FULL, MySqlErrors.DISK_FULL, MySqlErrors.STORAGE_ENGINE ->
                "Look at the space on its disk, and at its error log.";
            case MySqlErrors.NO_SUCH_TABLE, MySqlErrors.UNKNOWN_DATABASE, MySqlErrors.NO_SUCH_EVENT ->
                "Run `lifeboat prepare` on the cluster: it creates schema `lifeboat`.";
            case MySqlErrors.NOT_A_REPLICA -> "It follows nobody: make it follow a source first.";
            case MySqlErrors.UNKNOWN_VARIABLE ->
                "Let an administrator install the plugins: `INSTALL PLUGIN rpl_semi_sync_source SONAME 'semisync_source.so'`, likewise `replica`.";
            case MySqlErrors.REPLICATION_RUNS, MySqlErrors.RECEIVER_RUNS ->
                "Stop its receiver and its applier first.";
            default -> "";
        };
    }
}
