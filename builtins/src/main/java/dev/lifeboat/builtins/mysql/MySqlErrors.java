package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** MySQL's error numbers (manual, "Server Error Message Reference"), and how they are told. */
final class MySqlErrors {
    static final int DISK_FULL = 1021;
    static final int STORAGE_ENGINE = 1030;
    static final int TOO_MANY_CONNECTIONS = 1040;
    static final int NO_PRIVILEGE_ON_SCHEMA = 1044;
    static final int ACCESS_DENIED = 1045;
    static final int UNKNOWN_DATABASE = 1049;
    static final int SHUTDOWN = 1053;
    static final int SYNTAX = 1064;
    static final int NO_SUCH_THREAD = 1094;
    static final int NOT_OWNER_OF_THREAD = 1095;
    static final int TABLE_FULL = 1114;
    static final int HOST_BLOCKED = 1129;
    static final int HOST_NOT_ALLOWED = 1130;
    static final int NO_SUCH_GRANT = 1141;
    static final int NO_PRIVILEGE_ON_TABLE = 1142;
    static final int NO_SUCH_TABLE = 1146;
    static final int UNKNOWN_VARIABLE = 1193;
    static final int NOT_A_REPLICA = 1200;
    static final int LOCK_WAIT_TIMEOUT = 1205;
    static final int NO_PRIVILEGE = 1227;
    static final int READ_ONLY = 1290;
    static final int NO_BINARY_LOG = 1381;
    static final int INTERRUPTED = 1317;
    static final int NO_SUCH_EVENT = 1539;
    static final int PASSWORD_EXPIRED = 1862;
    static final int RECEIVER_RUNS = 3021;
    static final int OFFLINE_MODE = 3032;
    static final int REPLICATION_RUNS = 3081;
    static final int ACCOUNT_LOCKED = 3118;
    /** A clone is complete, and nobody is there who would start the server again. */
    static final int NOT_RESTARTED = 3707;
    private static final Set<Integer> DENIED = Set.of(NO_PRIVILEGE_ON_SCHEMA, ACCESS_DENIED, HOST_BLOCKED,
            HOST_NOT_ALLOWED, PASSWORD_EXPIRED, ACCOUNT_LOCKED);

    private MySqlErrors() {}

    /** Whether the account was refused, by a server that is alive. */
    static boolean denied(int error) {
        return DENIED.contains(error);
    }

    /** A table, or its schema. */
    static boolean missing(SQLException e) {
        return e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == UNKNOWN_DATABASE;
    }

    /** Whether the connection broke, so that nobody knows what became of the statement. */
    static boolean connectionLost(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08") || e.getErrorCode() == SHUTDOWN
                || e.getErrorCode() == INTERRUPTED;
    }

    /** Whether it was waited for in vain, for the connection or for an answer. */
    static boolean timedOut(SQLException e) {
        return NoConnection.root(e) instanceof SocketTimeoutException;
    }

    /** @param changing whether the statement would have changed something */
    static Failure failure(JdbcLogin login, String doing, SQLException e, boolean changing) {
        String message = "Could not " + doing + " on `" + login.name() + "` (" + login.address() + "): "
                + told(e) + ".";
        boolean unknown = changing && connectionLost(e);
        return (unknown ? Failure.unknown(message) : Failure.of(message)).hint(MySqlHints.of(e.getErrorCode()))
                .because(e);
    }

    /** Where a part was done before the error came. */
    static Failure partly(JdbcLogin login, String doing, SQLException e) {
        return Failure.unknown("Could " + doing + " on `" + login.name() + "` (" + login.address()
                + ") only in part: " + told(e) + ".").hint(MySqlHints.of(e.getErrorCode())).because(e);
    }

    /** @param e why no connection came about */
    static Failure unreachable(JdbcLogin login, SQLException e) {
        String what = e.getErrorCode() == 0
                ? "can't be reached: " + NoConnection.of(login.address(), e).detail()
                : "does not let `" + login.user() + "` in: " + told(e);
        return Failure.of("`" + login.name() + "` (" + login.address() + ") " + what + ".")
                .hint(MySqlHints.of(e.getErrorCode())).because(e);
    }

    static Failure unfit(JdbcLogin login, String objection) {
        return Failure.of("`" + login.name() + "` (" + login.address() + ") can't be handled: " + objection + ".");
    }

    /** For people, without a full stop. */
    private static String told(SQLException e) {
        if (e.getErrorCode() != 0) {
            return "error " + e.getErrorCode() + ", " + firstLine(e);
        }
        return timedOut(e)
                ? "it did not answer"
                : connectionLost(e) ? "the connection broke before it answered" : firstLine(e);
    }

    private static String firstLine(Throwable e) {
        String text = Optional.ofNullable(e.getMessage()).flatMap(message -> message.lines().findFirst())
                .orElseGet(
                        () -> "the driver gave up without a reason (" + NoConnection.root(e).getClass().getSimpleName()
                                + ")")
                .strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
