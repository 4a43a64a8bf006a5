package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.builtin.Failure;
import java.net.SocketTimeoutException;
import java.sql.SQLException;

/** MySQL's error numbers (manual, "Server Error Message Reference"), and what they mean to somebody in the middle of a disaster. */
final class MySqlErrors {
    static final int TOO_MANY_CONNECTIONS = 1040;
    static final int ACCESS_DENIED = 1045;
    static final int NO_SUCH_THREAD = 1094;
    static final int NOT_OWNER_OF_THREAD = 1095;
    static final int HOST_NOT_ALLOWED = 1130;
    static final int LOCK_WAIT_TIMEOUT = 1205;
    static final int NO_PRIVILEGE = 1227;
    static final int READ_ONLY = 1290;
    static final int TABLE_FULL = 1114;
    static final int DISK_FULL = 1021;
    static final int NO_SUCH_TABLE = 1146;
    static final int UNKNOWN_DATABASE = 1049;
    static final int OFFLINE_MODE = 3032;

    private MySqlErrors() {}

    /** Whether the account was refused, by a server that is alive. */
    static boolean denied(int error) {
        return error == ACCESS_DENIED || error == HOST_NOT_ALLOWED || error == 1044 || error == 1862;
    }

    static boolean diskFull(int error) {
        return error == TABLE_FULL || error == DISK_FULL || error == 1030;
    }

    /** Whether the connection broke, so that nobody knows what became of the statement. */
    static boolean connectionLost(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08") || e.getErrorCode() == 1053
                || e.getErrorCode() == 1317;
    }

    /** Whether it was waited for in vain, for the connection or for an answer. */
    static boolean timedOut(SQLException e) {
        return NoConnection.cause(e, SocketTimeoutException.class).isPresent();
    }

    /** @param changing whether the statement would have changed something */
    static Failure failure(JdbcLogin login, String doing, SQLException e, boolean changing) {
        String message = "Could not " + doing + " on `" + login.name() + "` (" + login.address() + "): "
                + told(e) + ".";
        boolean unknown = changing && connectionLost(e);
        return (unknown ? Failure.unknown(message) : Failure.of(message)).hint(hint(e.getErrorCode())).because(e);
    }

    static Failure unreachable(JdbcLogin login, SQLException e) {
        return Failure.of(
                "`" + login.name() + "` (" + login.address() + ") can't be reached: " + why(login, e) + ".")
                .hint(hint(e.getErrorCode())).because(e);
    }

    static Failure unfit(JdbcLogin login, String objection) {
        return Failure.of("`" + login.name() + "` (" + login.address() + ") can't be handled: " + objection + ".");
    }

    private static String why(JdbcLogin login, SQLException e) {
        return e.getErrorCode() == 0 ? NoConnection.of(login.address(), e).detail() : told(e);
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
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message").strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String hint(int error) {
        return switch (error) {
            case TOO_MANY_CONNECTIONS -> "End sessions through its admin port, or raise `max_connections`.";
            case ACCESS_DENIED, HOST_NOT_ALLOWED ->
                "Compare the login in the inventory with the accounts on the server.";
            case LOCK_WAIT_TIMEOUT ->
                "A running statement or transaction stood in the way: look at `SHOW PROCESSLIST`, then retry.";
            case NO_PRIVILEGE -> "`lifeboat prepare` lists the privileges that the account needs.";
            case READ_ONLY -> "The server is read-only.";
            case NO_SUCH_TABLE, UNKNOWN_DATABASE ->
                "Run `lifeboat prepare` on the cluster: it creates schema `lifeboat`.";
            default -> "";
        };
    }
}
