package dev.lifeboat.builtins.mysql;

import java.util.Set;

/** MySQL's error numbers (manual, "Server Error Message Reference"). */
public final class MySqlErrors {
    public static final int DISK_FULL = 1021;
    public static final int STORAGE_ENGINE = 1030;
    public static final int TOO_MANY_CONNECTIONS = 1040;
    public static final int NO_PRIVILEGE_ON_SCHEMA = 1044;
    public static final int ACCESS_DENIED = 1045;
    public static final int UNKNOWN_DATABASE = 1049;
    public static final int SHUTDOWN = 1053;
    public static final int SYNTAX = 1064;
    public static final int NO_SUCH_THREAD = 1094;
    public static final int NOT_OWNER_OF_THREAD = 1095;
    public static final int TABLE_FULL = 1114;
    public static final int HOST_BLOCKED = 1129;
    public static final int HOST_NOT_ALLOWED = 1130;
    public static final int NO_SUCH_GRANT = 1141;
    public static final int NO_PRIVILEGE_ON_TABLE = 1142;
    public static final int NO_SUCH_TABLE = 1146;
    public static final int UNKNOWN_VARIABLE = 1193;
    public static final int NOT_A_REPLICA = 1200;
    public static final int LOCK_WAIT_TIMEOUT = 1205;
    public static final int NO_PRIVILEGE = 1227;
    public static final int READ_ONLY = 1290;
    public static final int NO_BINARY_LOG = 1381;
    public static final int INTERRUPTED = 1317;
    public static final int NO_SUCH_EVENT = 1539;
    public static final int PASSWORD_EXPIRED = 1862;
    public static final int RECEIVER_RUNS = 3021;
    public static final int OFFLINE_MODE = 3032;
    public static final int REPLICATION_RUNS = 3081;
    public static final int ACCOUNT_LOCKED = 3118;
    /** A clone is complete, and nobody is there who would start the server again. */
    public static final int NOT_RESTARTED = 3707;
    private static final Set<Integer> DENIED = Set.of(NO_PRIVILEGE_ON_SCHEMA, ACCESS_DENIED, HOST_BLOCKED,
            HOST_NOT_ALLOWED, PASSWORD_EXPIRED, ACCOUNT_LOCKED);

    private MySqlErrors() {}

    /** Whether the account was refused, by a server that is alive. */
    public static boolean denied(int error) {
        return DENIED.contains(error);
    }
}
